//! `--raw`: whether customers' addresses and numbers leave with their words.

use crate::export::Privacy;
use clap::Args;

/// What of customers' data leaves.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct PrivacyOption {
    /// Leave e-mail addresses, phone, card and account numbers in customers' texts as they are
    #[arg(long)]
    raw: bool,
}

impl PrivacyOption {
    /// Whether secrets are hidden.
    pub(super) fn privacy(self) -> Privacy {
        if self.raw {
            Privacy::Raw
        } else {
            Privacy::Masked
        }
    }
}
