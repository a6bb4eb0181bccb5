//! How many each touchpoint hurts and how much, and its part of the pain of its journey.

use super::TouchpointSheet;
use crate::measures::{Counts, Pain, PainShare, Severity, Unsaid, pain, pain_shares};

/// What a complaint costs on the average; `None` where none says it.
pub(super) fn typical(sheets: &[TouchpointSheet]) -> Option<f64> {
    let mut all = Severity::default();
    for sheet in sheets {
        all.merge(&sheet.severity);
    }
    all.mean().ok()
}

/// Gives every touchpoint of one journey its pain, and its part of the pain of the journey.
pub(super) fn settle(sheets: &mut [TouchpointSheet], typical: Option<f64>) {
    for sheet in sheets.iter_mut() {
        sheet.pain = of_touchpoint(&sheet.counts, &sheet.severity, typical);
    }
    share_out(sheets);
}

/// The pain of one touchpoint; not said where nobody has spoken, since silence is no zero.
///
/// Where others say how severe their complaints are and this one does not, each of its complaints counts
/// as a typical one: euros and numbers of complaints are not to be ranked against each other.
fn of_touchpoint(
    counts: &Counts,
    severity: &Severity,
    typical: Option<f64>,
) -> Result<Pain, Unsaid> {
    if counts.feedback() == 0 {
        return Err(Unsaid::Nobody);
    }
    let pain = pain(counts, severity)?;
    Ok(match typical.filter(|_| severity.of == 0) {
        Some(typical) => Pain {
            severity: typical * counts.complaints as f64,
            silent: counts.complaints,
            ..pain
        },
        None => pain,
    })
}

/// Gives every touchpoint of one journey its part of the journey's pain. [`PainShare::place`] counts
/// from the journey's first touchpoint. Touchpoints whose pain cannot be said add nothing.
fn share_out(sheets: &mut [TouchpointSheet]) {
    let pains: Vec<f64> = sheets
        .iter()
        .map(|sheet| sheet.pain.as_ref().map_or(0.0, |pain| pain.severity))
        .collect();
    let shares = pain_shares(&pains);
    match shares {
        Ok(shares) => {
            for share in shares {
                if let Some(sheet) = sheets.get_mut(share.place) {
                    sheet.pain_share = said(sheet, share);
                }
            }
        }
        Err(reason) => {
            for sheet in sheets {
                sheet.pain_share = match &sheet.pain {
                    Err(own) => Err(own.clone()),
                    Ok(_) => Err(reason.clone()),
                };
            }
        }
    }
}

fn said(sheet: &TouchpointSheet, share: PainShare) -> Result<PainShare, Unsaid> {
    match &sheet.pain {
        Err(own) => Err(own.clone()),
        Ok(_) => Ok(share),
    }
}
