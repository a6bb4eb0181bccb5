//! The logarithm of the gamma function and the two regularised incomplete gamma functions.

use super::deviance::{LN_SQRT_TWO_PI, stirling_series};
use super::poisson::density;

/// Steps after which a series or fraction is taken as it stands; means up to 1e10 need fewer.
const MOST_STEPS: u32 = 2_000_000;

/// ln of the gamma function of a positive `x`, to about 1e-15 of max(1, its size).
///
/// Below 16, C. Lanczos's approximation (g = 7, nine terms), SIAM Journal on Numerical Analysis 1
/// (1964), 86-96; from there on Stirling's series.
pub fn ln_gamma(x: f64) -> f64 {
    const TERMS: [f64; 9] = [
        0.999_999_999_999_809_9,
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x >= 16.0 {
        let n = x - 1.0;
        return (n + 0.5) * n.ln() - n + LN_SQRT_TWO_PI + stirling_series(n);
    }
    let shifted = x - 1.0;
    let mut sum = TERMS[0];
    let mut at = shifted;
    for term in &TERMS[1..] {
        at += 1.0;
        sum += term / at;
    }
    let t = shifted + 7.5;
    LN_SQRT_TWO_PI + (shifted + 0.5) * t.ln() - t + sum.ln()
}

/// The lower and the upper regularised incomplete gamma function of `a > 0` at `x >= 0`; they sum to 1,
/// and the smaller one is computed directly.
///
/// Series below a + 1, the continued fraction of Legendre above it, by Lentz's method
/// (Abramowitz & Stegun 6.5.29 and 6.5.31).
pub fn gamma_tails(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let front = density(a, x);
    if x < a + 1.0 {
        let lower = (front * series(a, x)).clamp(0.0, 1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (front * a * fraction(a, x)).clamp(0.0, 1.0);
        (1.0 - upper, upper)
    }
}

fn series(a: f64, x: f64) -> f64 {
    let (mut sum, mut term, mut at) = (1.0, 1.0, a);
    for _ in 0..MOST_STEPS {
        at += 1.0;
        term *= x / at;
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

#[expect(
    clippy::many_single_char_names,
    reason = "the letters of the cited formula"
)]
fn fraction(a: f64, x: f64) -> f64 {
    let tiny = f64::MIN_POSITIVE;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / tiny;
    let mut d = 1.0 / b;
    let mut value = d;
    for step in 1..MOST_STEPS {
        let i = f64::from(step);
        let numerator = -i * (i - a);
        b += 2.0;
        d = numerator * d + b;
        d = 1.0 / if d.abs() < tiny { tiny } else { d };
        c = b + numerator / c;
        c = if c.abs() < tiny { tiny } else { c };
        let change = d * c;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// The probability that a chi-squared variable with so many degrees of freedom is at least `x`.
pub fn chi_squared_upper(x: f64, degrees: f64) -> f64 {
    gamma_tails(degrees / 2.0, x / 2.0).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gamma_function_of_whole_numbers_is_the_factorial() {
        let mut factorial = 0.0;
        for n in 1..40 {
            assert!((ln_gamma(f64::from(n)) - factorial).abs() < 1e-13 * f64::max(1.0, factorial));
            factorial += f64::from(n).ln();
        }
        let half = ln_gamma(0.5);
        assert!((half - 0.5 * std::f64::consts::PI.ln()).abs() < 1e-14);
    }

    #[test]
    fn a_chi_squared_of_3_841_is_the_familiar_five_per_cent() {
        assert!((chi_squared_upper(3.841_458_820_694_124, 1.0) - 0.05).abs() < 1e-14);
        assert!((chi_squared_upper(0.0, 1.0) - 1.0).abs() < 1e-15);
    }
}
