//! The regularised incomplete beta function, both tails.

use super::binomial::density;

/// Steps after which the fraction is taken as it stands; a thousand million observations need fewer.
const MOST_STEPS: u32 = 1_000_000;

/// The lower and the upper regularised incomplete beta function of `a, b > 0` at `x` from 0 to 1; they
/// sum to 1, and the smaller one is computed directly.
///
/// The continued fraction of Abramowitz & Stegun 26.5.8, by Lentz's method.
pub fn beta_tails(a: f64, b: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x >= 1.0 {
        return (1.0, 0.0);
    }
    // x^a (1 - x)^b / B(a, b), written with a binomial density, which keeps its digits.
    let front = density(a, b, x) * a * b / (a + b);
    if x <= (a + 1.0) / (a + b + 2.0) {
        let lower = (front * fraction(a, b, x) / a).clamp(0.0, 1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (front * fraction(b, a, 1.0 - x) / b).clamp(0.0, 1.0);
        (1.0 - upper, upper)
    }
}

#[expect(
    clippy::many_single_char_names,
    reason = "the letters of the cited formula"
)]
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let tiny = f64::MIN_POSITIVE;
    let firm = |value: f64| if value.abs() < tiny { tiny } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / firm(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for step in 1..MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / firm(1.0 + even * d);
        c = firm(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / firm(1.0 + odd * d);
        c = firm(1.0 + odd / c);
        let change = d * c;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_cases_have_their_closed_form() {
        for x in [0.01, 0.3, 0.5, 0.77, 0.999] {
            assert!((beta_tails(1.0, 1.0, x).0 - x).abs() < 1e-15);
            assert!((beta_tails(3.0, 1.0, x).0 - x.powi(3)).abs() < 1e-15);
            assert!((beta_tails(1.0, 4.0, x).1 - (1.0 - x).powi(4)).abs() < 1e-14);
        }
    }
}
