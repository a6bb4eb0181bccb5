//! The two parts that Poisson and binomial probabilities are made of without losing digits.
//!
//! Source: C. Loader, "Fast and accurate computation of binomial probabilities", 2000. The naive
//! `exp(k ln m - m - ln k!)` subtracts numbers of the size of `k ln k`; at a million it has lost seven
//! digits. Here nothing large is subtracted.

use super::ln_gamma;

/// ln of the square root of 2 pi.
pub(super) const LN_SQRT_TWO_PI: f64 = 0.918_938_533_204_672_8;

/// What Stirling's formula leaves of ln n!, for a positive n, whole or not.
pub(super) fn stirling_error(n: f64) -> f64 {
    if n <= 15.0 {
        return ln_gamma(n + 1.0) - (n + 0.5) * n.ln() + n - LN_SQRT_TWO_PI;
    }
    stirling_series(n)
}

/// The asymptotic series of Stirling's error, good to the last digit from 15 on.
pub(super) fn stirling_series(n: f64) -> f64 {
    let n2 = n * n;
    let tail = 1.0 / 1680.0 - (1.0 / 1188.0 - 691.0 / 360_360.0 / n2) / n2;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - tail / n2) / n2) / n2) / n
}

/// x ln(x / m) + m - x, for positive x and m, also where x is close to m.
pub(super) fn deviance(x: f64, m: f64) -> f64 {
    let gap = x - m;
    if gap.abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() + m - x;
    }
    let part = gap / (x + m);
    let square = part * part;
    let mut sum = gap * part;
    let mut term = 2.0 * x * part;
    let mut odd = 3.0;
    loop {
        term *= square;
        let next = sum + term / odd;
        if next.to_bits() == sum.to_bits() {
            return sum;
        }
        sum = next;
        odd += 2.0;
    }
}
