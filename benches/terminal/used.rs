//! What a running program has used, as Linux tells it.

use std::fs;

/// What a program has used so far.
#[derive(Debug, Default)]
pub(crate) struct Used {
    /// Processor time of all its threads, in the clock's ticks (a hundredth of a second).
    pub(crate) ticks: u64,
    /// How often any of its threads went to sleep or was put aside.
    pub(crate) switches: u64,
    /// Memory it holds, in KiB.
    pub(crate) resident_kib: u64,
    /// The most memory it held, in KiB.
    pub(crate) most_kib: u64,
}

impl Used {
    /// By the program of this number.
    pub(crate) fn by(id: u32) -> Self {
        let mut used = Self::default();
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        // The name in brackets may hold blanks; user and system time are the 12th and 13th field behind it.
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let times = fields.split_whitespace().skip(11).take(2);
        used.ticks = times.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        used.resident_kib = number(&status, "VmRSS:");
        used.most_kib = number(&status, "VmHWM:");
        for task in fs::read_dir(format!("/proc/{id}/task"))
            .into_iter()
            .flatten()
        {
            let status = task.map(|task| fs::read_to_string(task.path().join("status")));
            let status = status.ok().and_then(Result::ok).unwrap_or_default();
            used.switches += number(&status, "voluntary_ctxt_switches:");
            used.switches += number(&status, "nonvoluntary_ctxt_switches:");
        }
        used
    }
}

/// The number behind a name at the beginning of a line.
fn number(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let word = line.and_then(|line| line.split_whitespace().next());
    word.and_then(|word| word.parse().ok()).unwrap_or(0)
}
