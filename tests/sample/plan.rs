//! How much is said about each touchpoint, by whom and when: the stories the sample tells, as a table.

use super::season::Season::{
    self, AfterFix, Autumn, BeforeFix, Growing, Price, Riding, Spring, Trial, Winter,
};

/// What is said about one touchpoint. A touchpoint may have several rows: one before a fix, one after.
pub(super) struct Plan {
    /// `journey/touchpoint`.
    pub(super) touchpoint: &'static str,
    /// The tag of its tickets.
    pub(super) tag: &'static str,
    /// The topic of its app reviews; empty when the app does not know it.
    pub(super) topic: &'static str,
    /// How many tickets.
    pub(super) tickets: usize,
    /// How many NPS comments: complaints, neutral, praise.
    pub(super) nps: [usize; 3],
    /// How many app reviews: complaints, neutral, praise.
    pub(super) reviews: [usize; 3],
    /// When complaints come; the rest comes all year round, but after a fix or in a trial.
    pub(super) season: Season,
}

const fn plan(
    touchpoint: &'static str,
    (tag, topic): (&'static str, &'static str),
    tickets: usize,
    nps: [usize; 3],
    reviews: [usize; 3],
    season: Season,
) -> Plan {
    Plan {
        touchpoint,
        tag,
        topic,
        tickets,
        nps,
        reviews,
        season,
    }
}

/// The plan. Silent on purpose: `get-riding/hear-about-us`.
#[rustfmt::skip]
pub(super) const PLAN: &[Plan] = &[
    //   touchpoint                        ticket tag, review topic         tickets NPS comments   app reviews   season
    plan("get-riding/compare-bikes",       ("website", ""),                      5, [4, 5, 22],    [1, 2, 5],    Riding),
    plan("get-riding/try-a-bike",          ("test-ride", ""),                    3, [1, 2, 20],    [0, 1, 5],    Riding),
    plan("get-riding/size-advice",         ("sizing", ""),                      12, [3, 3, 11],    [0, 0, 0],    Riding),
    plan("get-riding/pick-a-plan",         ("plans", ""),                        6, [6, 6, 18],    [2, 2, 6],    Riding),
    plan("get-riding/open-account",        ("account", "account"),               8, [2, 2, 6],     [10, 6, 28],  Riding),
    plan("get-riding/identity-check",      ("identity", "identity"),             6, [4, 3, 10],    [12, 6, 24],  Riding),
    plan("get-riding/pay-deposit",         ("checkout", "checkout"),             8, [3, 3, 12],    [4, 3, 14],   Riding),
    plan("get-riding/payment-failed",      ("payment-failed", ""),               5, [6, 4, 11],    [2, 2, 6],    Riding),
    plan("get-riding/book-delivery",       ("delivery-slot", "delivery"),       52, [16, 9, 28],   [22, 10, 32], Spring),
    plan("get-riding/delivery-day",        ("delivery-day", ""),                28, [6, 4, 18],    [0, 0, 0],    Riding),
    plan("get-riding/handover",            ("handover", ""),                     3, [1, 2, 34],    [0, 0, 0],    Riding),
    plan("get-riding/collect-at-hub",      ("hub-collection", ""),               3, [2, 4, 24],    [0, 0, 0],    Riding),
    plan("get-riding/pair-app",            ("pairing", "pairing"),              20, [5, 2, 4],     [19, 6, 12],  BeforeFix),
    plan("get-riding/pair-app",            ("pairing", "pairing"),               3, [1, 1, 9],     [6, 6, 48],   AfterFix),
    plan("get-riding/first-ride",          ("first-ride", "first-ride"),         3, [2, 3, 22],    [1, 2, 14],   Riding),
    plan("get-riding/first-week-call",     ("", ""),                             0, [1, 1, 9],     [0, 0, 0],    Trial),

    plan("fix-my-bike/check-it-yourself",  ("self-help", "self-help"),           7, [3, 3, 9],     [6, 5, 20],   Riding),
    plan("fix-my-bike/call-us",            ("phone-queue", ""),                  6, [9, 6, 23],    [1, 1, 2],    Riding),
    plan("fix-my-bike/roadside-help",      ("roadside", ""),                     5, [2, 2, 28],    [0, 0, 0],    Riding),
    plan("fix-my-bike/book-repair",        ("repair-booking", "booking"),       72, [14, 6, 14],   [9, 4, 12],   Spring),
    plan("fix-my-bike/loan-bike",          ("loan-bike", ""),                   18, [3, 3, 12],    [0, 0, 0],    Riding),
    plan("fix-my-bike/drop-off",           ("drop-off", ""),                     9, [1, 2, 8],     [0, 0, 0],    Riding),
    plan("fix-my-bike/mobile-mechanic",    ("mobile-mechanic", ""),              5, [1, 2, 32],    [0, 0, 0],    Riding),
    plan("fix-my-bike/diagnosis",          ("damage-charge", ""),                6, [9, 6, 20],    [0, 0, 0],    Riding),
    plan("fix-my-bike/parts-wait",         ("parts", ""),                       36, [23, 13, 30],  [0, 0, 0],    Growing),
    plan("fix-my-bike/the-repair",         ("repair-quality", ""),              36, [5, 4, 26],    [0, 0, 0],    Riding),
    plan("fix-my-bike/repair-updates",     ("repair-status", "repair-status"),  26, [5, 3, 8],     [4, 2, 12],   Riding),
    plan("fix-my-bike/collect",            ("pick-up", ""),                     14, [1, 2, 9],     [0, 0, 0],    Riding),
    plan("fix-my-bike/not-right",          ("repeat-repair", ""),               10, [11, 6, 12],   [0, 0, 0],    Growing),
    plan("fix-my-bike/back-on-the-road",   ("", "back-on-the-road"),             0, [1, 2, 20],    [0, 2, 12],   Riding),

    plan("ride-on/everyday-ride",          ("riding", "riding"),                 6, [4, 6, 42],    [2, 3, 26],   Riding),
    plan("ride-on/app-on-the-go",          ("lock", "lock"),                    10, [2, 2, 8],     [12, 8, 40],  Winter),
    plan("ride-on/battery-swap",           ("battery", "battery"),              14, [3, 4, 12],    [3, 3, 12],   Winter),
    plan("ride-on/theft",                  ("theft", ""),                        6, [3, 3, 24],    [0, 0, 0],    Riding),
    plan("ride-on/month-invoice",          ("invoice", ""),                     44, [25, 9, 44],   [0, 0, 0],    Growing),
    plan("ride-on/card-expired",           ("card-expired", ""),                 8, [3, 4, 17],    [0, 0, 0],    Riding),
    plan("ride-on/settle-up",              ("dunning", ""),                      4, [2, 1, 3],     [0, 0, 0],    Riding),
    plan("ride-on/price-change",           ("price", ""),                        4, [10, 9, 17],   [0, 0, 0],    Price),
    plan("ride-on/winter-pause",           ("pause", "pause"),                   6, [2, 3, 20],    [2, 2, 14],   Autumn),
    plan("ride-on/swap-bike",              ("bike-swap", ""),                    5, [2, 3, 22],    [0, 0, 0],    Riding),
    plan("ride-on/add-a-bike",             ("add-bike", ""),                     4, [3, 3, 22],    [0, 0, 0],    Riding),
    plan("ride-on/move-home",              ("", ""),                             0, [2, 2, 5],     [0, 0, 0],    Riding),
    plan("ride-on/cancel",                 ("cancellation", "cancel"),           6, [5, 4, 15],    [6, 4, 12],   Autumn),
    plan("ride-on/return-bike",            ("return", ""),                       6, [1, 2, 8],     [0, 0, 0],    Autumn),
    plan("ride-on/deposit-back",           ("deposit", ""),                     66, [27, 6, 6],    [0, 0, 0],    Autumn),
    plan("ride-on/come-back",              ("win-back", ""),                     2, [2, 4, 27],    [0, 0, 0],    Riding),
];

/// Rows that belong to no touchpoint, as every real export has them.
pub(super) const STRAY_TICKETS: usize = 48;
/// Comments too general to place: complaints, neutral, praise.
pub(super) const STRAY_NPS: [usize; 3] = [14, 18, 22];
/// Scores without a comment: complaints, neutral, praise.
pub(super) const BLANK_NPS: [usize; 3] = [22, 24, 18];
/// Reviews of the app as such: complaints, neutral, praise.
pub(super) const STRAY_REVIEWS: [usize; 3] = [6, 6, 9];
/// Customer visits that were surveyed.
pub(super) const VISITS: usize = 640;
