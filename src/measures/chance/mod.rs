//! The probabilities that the measures rest on: exact tails of the Poisson, binomial and
//! hypergeometric distributions, the intervals made from them, and repeatable random numbers.

mod beta;
mod binomial;
mod deviance;
mod gamma;
mod hypergeometric;
mod poisson;
mod random;
mod root;

pub use beta::beta_tails;
pub use binomial::{Binomial, clopper_pearson};
pub use gamma::{chi_squared_upper, gamma_tails, ln_gamma};
pub use hypergeometric::fisher;
pub use poisson::{Poisson, garwood};
pub use random::Random;
