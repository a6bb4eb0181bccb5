//! Eigenvalues and eigenvectors of a small symmetric matrix.

/// Sweeps after which the matrix counts as diagonal; ten are plenty for a hundred columns.
const SWEEPS: usize = 60;

/// A sweep that found so little beside the diagonal, as a sum of squares, was the last one: what it leaves
/// is the square of what it found.
const SETTLED: f64 = 1e-16;

/// Below this an element counts as 0: the matrix is one of correlations, whose diagonal is 1.
const NOTHING: f64 = 1e-18;

/// The eigenvalues and, row by row, the eigenvectors of a symmetric matrix, by Jacobi's rotations
/// (C. G. J. Jacobi 1846; G. H. Golub, C. F. Van Loan, *Matrix Computations*, section 8.5).
pub(super) fn eigen(matrix: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = matrix.len();
    let row = |row| {
        let cells = (0..size).map(move |column| f64::from(u8::from(row == column)));
        cells.collect()
    };
    settled(matrix, (0..size).map(row).collect())
}

/// The same, begun at the eigenvectors of a matrix much like it: a few sweeps are enough.
pub(super) fn eigen_near(matrix: &[Vec<f64>], basis: &[Vec<f64>]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let dot = |row: &[f64], other: &[f64]| row.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
    let turned = basis.iter().map(|vector| {
        // The matrix is symmetric: its rows are its columns.
        let image: Vec<f64> = matrix.iter().map(|row| dot(row, vector)).collect();
        basis.iter().map(|other| dot(&image, other)).collect()
    });
    settled(turned.collect(), basis.to_vec())
}

/// Rotates until nothing is left beside the diagonal.
fn settled(mut matrix: Vec<Vec<f64>>, mut vectors: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = matrix.len();
    for _ in 0..SWEEPS {
        let mut off = 0.0;
        for p in 0..size {
            for q in p + 1..size {
                off += matrix[p][q].powi(2);
                rotate(&mut matrix, &mut vectors, p, q);
            }
        }
        if off < SETTLED {
            break;
        }
    }
    ((0..size).map(|at| matrix[at][at]).collect(), vectors)
}

/// Turns the plane of two axes so that the element that joins them becomes 0.
fn rotate(matrix: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    let joint = matrix[p][q];
    if joint.abs() < NOTHING {
        return;
    }
    let tau = (matrix[q][q] - matrix[p][p]) / (2.0 * joint);
    let tangent = tau.signum() / (tau.abs() + tau.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    for row in matrix.iter_mut() {
        let (a, b) = (row[p], row[q]);
        row[p] = cosine * a - sine * b;
        row[q] = sine * a + cosine * b;
    }
    for rows in [matrix, vectors] {
        // p comes before q, so the two rows can be borrowed at once.
        let (upper, lower) = rows.split_at_mut(q);
        for (one, other) in upper[p].iter_mut().zip(&mut lower[0]) {
            let (a, b) = (*one, *other);
            *one = cosine * a - sine * b;
            *other = sine * a + cosine * b;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_make_up_the_matrix_again() {
        let matrix = vec![
            vec![1.0, 0.5, 0.2, 0.0],
            vec![0.5, 1.0, -0.3, 0.1],
            vec![0.2, -0.3, 1.0, 0.9],
            vec![0.0, 0.1, 0.9, 1.0],
        ];
        let mut like_it = matrix.clone();
        (like_it[0][1], like_it[1][0]) = (0.4, 0.4);
        let near = eigen_near(&matrix, &eigen(like_it).1);
        for (values, vectors) in [eigen(matrix.clone()), near] {
            for row in 0..4 {
                for column in 0..4 {
                    let sum: f64 = (0..4)
                        .map(|k| vectors[k][row] * values[k] * vectors[k][column])
                        .sum();
                    assert!((sum - matrix[row][column]).abs() < 1e-14);
                }
            }
        }
    }
}
