//! What stands out in the weeks: spikes and slow rises of all touchpoints, the latest first.

use super::Subject;
use super::depth::Depth;
use crate::feedback::Week;
use crate::journey::TouchpointIndex;

/// Something that got worse at one touchpoint.
#[derive(Clone, Debug)]
pub(super) struct Alarm {
    /// The touchpoint.
    pub(super) index: TouchpointIndex,
    /// The week it began, which for a spike is its only one.
    pub(super) from: Week,
    /// The week it was seen in.
    pub(super) week: Week,
    /// Whether it is a single week that spiked and not a slow rise.
    pub(super) spike: bool,
    /// The complaints seen, and those to be expected.
    pub(super) seen: u64,
    /// See above.
    pub(super) expected: f64,
}

/// Every alarm of some journeys, the latest first; and how many touchpoints could not be watched.
pub(super) fn alarms(subject: Subject<'_>, depths: &[Depth<'_>]) -> (Vec<Alarm>, usize) {
    let (mut all, mut open) = (Vec::new(), 0);
    for depth in depths {
        for (index, _) in subject.touchpoints_of(depth.journey) {
            let trend = depth.trend(index);
            let Ok(alarms) = &trend.alarms else {
                open += 1;
                continue;
            };
            for (week, spike) in trend.spikes() {
                all.push(Alarm {
                    index,
                    from: week,
                    week,
                    spike: true,
                    seen: spike.seen,
                    expected: spike.expected,
                });
            }
            for drift in &alarms.drifts {
                if let (Some(from), Some(week)) = (trend.week(drift.from), trend.week(drift.to)) {
                    all.push(Alarm {
                        index,
                        from,
                        week,
                        spike: false,
                        seen: drift.seen,
                        expected: drift.expected,
                    });
                }
            }
        }
    }
    all.sort_by_key(|alarm| std::cmp::Reverse(alarm.week));
    (all, open)
}
