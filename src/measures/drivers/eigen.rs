//! Eigenvalues and eigenvectors of a small symmetric matrix.

/// Sweeps after which the matrix counts as diagonal; ten are plenty for a hundred columns.
const SWEEPS: usize = 60;

/// The eigenvalues and, as columns, the eigenvectors of a symmetric matrix, by Jacobi's rotations
/// (C. G. J. Jacobi 1846; G. H. Golub, C. F. Van Loan, *Matrix Computations*, section 8.5).
pub(super) fn eigen(mut matrix: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = matrix.len();
    let mut vectors: Vec<Vec<f64>> = (0..size)
        .map(|row| {
            (0..size)
                .map(|column| f64::from(u8::from(row == column)))
                .collect()
        })
        .collect();
    for _ in 0..SWEEPS {
        let mut off = 0.0;
        for p in 0..size {
            for q in p + 1..size {
                off += matrix[p][q].powi(2);
                rotate(&mut matrix, &mut vectors, p, q);
            }
        }
        if off < 1e-30 {
            break;
        }
    }
    ((0..size).map(|at| matrix[at][at]).collect(), vectors)
}

/// Turns the plane of two axes so that the element that joins them becomes 0.
fn rotate(matrix: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    let joint = matrix[p][q];
    if joint.abs() < f64::MIN_POSITIVE {
        return;
    }
    let tau = (matrix[q][q] - matrix[p][p]) / (2.0 * joint);
    let tangent = tau.signum() / (tau.abs() + tau.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    let turn = |row: &mut Vec<f64>| {
        let (a, b) = (row[p], row[q]);
        row[p] = cosine * a - sine * b;
        row[q] = sine * a + cosine * b;
    };
    matrix.iter_mut().for_each(turn);
    // p comes before q, so the two rows can be borrowed at once.
    let (upper, lower) = matrix.split_at_mut(q);
    for (one, other) in upper[p].iter_mut().zip(&mut lower[0]) {
        let (a, b) = (*one, *other);
        *one = cosine * a - sine * b;
        *other = sine * a + cosine * b;
    }
    vectors.iter_mut().for_each(turn);
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
        let (values, vectors) = eigen(matrix.clone());
        for row in 0..4 {
            for column in 0..4 {
                let sum: f64 = (0..4)
                    .map(|k| vectors[row][k] * values[k] * vectors[column][k])
                    .sum();
                assert!((sum - matrix[row][column]).abs() < 1e-14);
            }
        }
    }
}
