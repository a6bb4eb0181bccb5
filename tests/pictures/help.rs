//! The keys, and the palette of commands.

use crate::{LARGE, SMALL, USUAL, after};
use insta::assert_snapshot;

#[test]
fn every_key_at_80_by_24() {
    assert_snapshot!(after("?", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    ╭ Keys ────────────────────────────────────────────────────────────────────────╮
    │ > type to find a key or what it does                                         │
    │                                                                              │
    │ The ten that matter first                                                    │
    │ Enter                  Open what is chosen                                   │
    │ o                      Put an owner on the touchpoint, or take the owner aw… │
    │ ]                      Go to the touchpoint that hurts most, then to the ne… │
    │ /                      Filter by words, or by owner:none friction:>30 chann… │
    │ b                      Show the friction board as columns, from hot and uno… │
    │ : Ctrl-P               Find a command by its name or key, and run it         │
    │ ? F1                   Show every key, filtered as you type                  │
    │ q                      Leave pothole                                         │
    │ Esc                    Leave this view, or clear the filter (this is the bo… │
    │ u                      Take the last edit back (nothing was changed yet)     │
    │ Going about                                                                  │
    │ [                      Go back to the touchpoint that hurts more             │
    │                                                                              │
    │ open: Open what is chosen                                                    │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    by week    █████▇▇████▇▇      2025-W10 to 2025-W27, 5 undated left out
    newest    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter take it  Esc cancel
    ");
}

#[test]
fn every_key_at_120_by_40() {
    assert_snapshot!(after("?", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 m╭ Keys ──────────────────────────────────────────────────────────────────────────────────╮s: all feedback
    ╭ Journeys: fri│ > type to find a key or what it does                                                   │──────────────╮
    │ ▆  39  Cross │                                                                                        │hot, nobody   │
    │ ○   –  払い戻│ The ten that matter first                                                              │              │
    ╰──────────────│ Enter                  Open what is chosen                                             │──────────────╯
    ╭ Cross with th│ o                      Put an owner on the touchpoint, or take the owner away          │──────────────╮
    │    Plan ─────│ ]                      Go to the touchpoint that hurts most, then to the next of them  │───────────── │
    │ ╭┄▶▁  6 Read │ /                      Filter by words, or by owner:none friction:>30 channel:web tre… │              │
    │ ┆  ▼         │ b                      Show the friction board as columns, from hot and unowned to to… │              │
    │ ┆  ▆ 38 Book │ : Ctrl-P               Find a command by its name or key, and run it                   │              │
    │ ╰┄┄┤         │ ? F1                   Show every key, filtered as you type                            │              │
    │    ▼         │ q                      Leave pothole                                                   │              │
    │    ·  – Pay ─│ Esc                    Leave this view, or clear the filter (this is the board)        │              │
    │              │ u                      Take the last edit back (nothing was changed yet)               │              │
    │              │ Going about                                                                            │              │
    │              │ [                      Go back to the touchpoint that hurts more                       │              │
    │              │ n                      Go to the next touchpoint the filter finds (there is no filter) │              │
    │              │ N                      Go to the previous touchpoint the filter finds (there is no fi… │              │
    │              │ Ctrl-F '               Go to any journey, touchpoint, owner or tag by a few letters    │              │
    │              │ Tab                    Go to the next pane                                             │              │
    │ friction: ▁ c│ Shift-Tab              Go to the previous pane                                         │              │
    │ +2       ●⣀  │ k Up                   Go up                                                           │              │
    │            ⠉⠉│ j Down                 Go down                                                         │              │
    │  0┈┈┈┈┈┈┈┈┈┈┈│ h Left                 Go left                                                         │┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │ -2           │ l Right                Go right                                                        │              │
    ╰──────────────│ PgUp Ctrl-U            Go up a page                                                    │──────────────╯
    ╭ Queue for the│ PgDn Ctrl-D Space      Go down a page                                                  │──────────────╮
    │ owner     nob│ g Home                 Go to the first                                                 │              │
    │ where     At │ G End                  Go to the last                                                  │              │
    │           ★ m│ J }                    Go to the next journey                                          │re 1          │
    │ friction  █ 7│ K {                    Go to the previous journey                                      │nobody told   │
    │ complain  79 │ Views                                                                                  │              │
    │ said      ███│                                                                                        │              │
    │           █  │ open: Open what is chosen                                                              │              │
    │           ▒  │                                                                                        │ily · score 1 │
    │           ░  ╰────────────────────────────────────────────────────────────────────────────────────────╯nobody told   │
    │ CSAT      13 % (8 to 19), of 135                     date                     us anything 😡                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}

#[test]
fn every_key_at_200_by_60() {
    assert_snapshot!(after("?", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭ Cross with the car: A family of four ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car      ▁▃▃▅█▄▄▄▄█▄▄▂▂  2 hot, nobody   ││    Plan ───────────────────────────────────── At the harbour ─────────────────────────── At sea ────────────────────────────────── │
    │ ○   –  払い戻し Get a refund        ▄▄ ▄▄ ▄  █       ╭ Keys ──────────────────────────────────────────────────────────────────────────────────╮━━━━━━━┓    ╭─────────────────────────────────────╮   │
    ╰──────────────────────────────────────────────────────│ > type to find a key or what it does                                                   │     ★ ┃ ╭─▶│ Find a seat                         │   │
    ╭ Queue for the ramp  crossing/queue ──────────────────│                                                                                        │nobody ┃ │  │ · silent                       crew │   │
    │ owner     nobody  o puts an owner on it              │ The ten that matter first                                                              │efund ━┛ │  ╰──┬──────────────────────────────────╯   │
    │ where     At the harbour · harbour                   │ Enter                  Open what is chosen                                             │         │     ▼                                      │
    │           ★ moment of truth                          │ o                      Put an owner on the touchpoint, or take the owner away          │───────╮ │  ╭─ goal ──────────────────────────────╮   │
    │ friction  █ 70.9 burning                             │ ]                      Go to the touchpoint that hurts most, then to the next of them  │       ├─╯  │ Drive ashore                        │   │
    │ complain  79 % (71 to 85), of 135                    │ /                      Filter by words, or by owner:none friction:>30 channel:web tre… │ations │    │ · silent         Harbour operations │   │
    │ said      ███████████████████████████████▒▒▒▒░░░░░   │ b                      Show the friction board as columns, from hot and unowned to to… │───────╯    ╰─────────────────────────────────────╯   │
    │           █     106  79 %  complaints                │ : Ctrl-P               Find a command by its name or key, and run it                   │                                                      │
    │           ▒      12   9 %  neutral                   │ ? F1                   Show every key, filtered as you type                            │                                                      │
    │           ░      17  13 %  praise                    │ q                      Leave pothole                                                   │                                                      │
    │ CSAT      13 % (8 to 19), of 135                     │ Esc                    Leave this view, or clear the filter (this is the board)        │                                                      │
    │ pain      106, 55.2 % of the journey's               │ u                      Take the last edit back (nothing was changed yet)               │                                                      │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 │ Going about                                                                            │                                                      │
    │                                                      │ [                      Go back to the touchpoint that hurts more                       │                                                      │
    │ by week    █████▇▇████▇▇                             │ n                      Go to the next touchpoint the filter finds (there is no filter) │                                                      │
    │           usual 7.0 a week, limit 14.9               │ N                      Go to the previous touchpoint the filter finds (there is no fi… │                                                      │
    │           against the customers who answered         │ Ctrl-F '               Go to any journey, touchpoint, owner or tag by a few letters    │                                                      │
    │           2025-W10 to 2025-W27                       │ Tab                    Go to the next pane                                             │                                                      │
    │           at most 9 complaints                       │ Shift-Tab              Go to the previous pane                                         │                                                      │
    │           5 rows left out: no date                   │ k Up                   Go up                                                           │                                                      │
    │                                                      │ j Down                 Go down                                                         │                                                      │
    │ scores    csat-5, of 135, mean 1.93                  │ h Left                 Go left                                                         │                                                      │
    │         1 ████████████████████████████████████████ 63│ l Right                Go right                                                        │                                                      │
    │         2 ███████████████████████████ 43             │ PgUp Ctrl-U            Go up a page                                                    │                                                      │
    │         3 ████████ 12                                │ PgDn Ctrl-D Space      Go down a page                                                  │                                                      │
    │         4 ██████ 9                                   │ g Home                 Go to the first                                                 │                                                      │
    │         5 █████ 8                                    │ G End                  Go to the last                                                  │                                                      │
    │                                                      │ J }                    Go to the next journey                                          │                                                      │
    │ leads to  90 % Drive aboard                          │ K {                    Go to the previous journey                                      │                                                      │
    │           10 % Claim online (refund/claim)           │ Views                                                                                  │                                                      │
    │ authority Crew may wave cars with infants to the fron│ a                      Show all journeys in a table, sorted and grouped                │                                                      │
    │ notes     Worst on the first Saturday of the holidays│ c                      Fill the screen with one customer's own words                   │                                                      │
    │                                                      │ f                      Show the journey's own numbers, what to fix first, and what dr… │                                                      │
    │ fed by    survey: tag queue or waiting  1-crossing.ya│ P                      Show what is wrong in the files of the workspace                │                                                      │
    │                                                      │ R                      Show the rows of feedback that could not be read                │                                                      │
    │ verbatims 135, newest first                          │ i                      Show the rows that no rule caught, and write rules for them     │                                                      │
    │                                                      │ H                      Show who is due to listen to customers, and which segments nob… │                                                      │
    │ ▼ 2025-06-02 · survey · score 1                      │ O                      Show what each team and person owns, how it hurts and how that… │                                                      │
    │   Two hours in the sun and nobody told us anything 😡│ D                      Show which source hears customers where, and where they contra… │                                                      │
    │   survey.csv:233                                     │ What counts, and when                                                                  │                                                      │
    │                                                      │ L                      Set what counts: dates, sources, segments                       │                                                      │
    │ ▼ 2025-06-02 · survey · family · score 1             │ d                      Look at the last 4 weeks, the last 13, the last 52, then at al… │                                                      │
    │   Two hours in the sun and nobody told us anything 😡│                                                                                        │ew  · silent                                          │
    │   survey.csv:246                                     │ open: Open what is chosen                                                              │                                                      │
    │                                                      │                                                                                        │                                                      │
    │ ▼ 2025-06-02 · survey · score 1                      ╰────────────────────────────────────────────────────────────────────────────────────────╯                                                      │
    │   Two hours in the sun and nobody told us anything 😡          ││                ⠈⠑⠢⣀                                                     ⣀⡠⠤⠔⠒⠒●                                                    │
    │   survey.csv:259                                               ││  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉⠒⠤⣀⣀●┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⡠⠤⠒⠉┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈ │
    │                                                                ││                                                                ⢀⡠⠔⠊⠁                                                               │
    │ ▼ 2025-06-02 · survey · family · score 1                       ││                                                         ★ -1.1 ⠁                                                                   │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:272                                               ││ -2                                                                                                                                 │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}

#[test]
fn the_palette_at_80_by_24() {
    assert_snapshot!(after(": o w n", SMALL), @r"
    Ferry Line — Everybody aboard, nobody anxious                       all feedback
    46╭ Commands ────────────────────────────────────────────────────────────────╮
     J│ > own                                                                    │──
    ▆ │                                                                          │
    ○ │ assign-owner        o         Put an owner on the touchpoint, or take t… │
     C│ down                j         Go down                                    │──
      │ page-down           PgDn      Go down a page                             │──
    ╭┄│ pan-down            Shift-Do… Pan the map down                           │
    ┆ │ filter              /         Filter by words, or by owner:none frictio… │
    ┆ │ board               b         Show the friction board as columns, from…  │
    ╰┄│ jump                Ctrl-F    Go to any journey, touchpoint, owner or t… │
      │ empty-chair         c         Fill the screen with one customer's own w… │
      │ numbers             f         Show the journey's own numbers, what to f… │
    +2│ teams               O         Show what each team and person owns, how…  │
     0│ export              x         Write the friction summary to a Markdown…  │┈┈
    -2│ copy-what           Y         Choose what to copy: the address, a summa… │
     Q│ mouse               M         Leave the mouse to the terminal's own sel… │──
    fr│ Enter runs it, Esc leaves                                                │
    ow│ Put an owner on the touchpoint, or take the owner away                   │
    sa│                                                                          │
    sc╰──────────────────────────────────────────────────────────────────────────╯
    by week    █████▇▇████▇▇      2025-W10 to 2025-W27, 5 undated left out
    newest    ▼ 2025-06-02  Two hours in the sun and nobody told us anything 😡
    Enter take it  Esc cancel
    ");
}

#[test]
fn the_palette_at_120_by_40() {
    assert_snapshot!(after(": o w n", USUAL), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                lens: all feedback
    ╭ Journeys: friction, complaints by week ──────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car                                                 ▁▅▅███▇▇▇▇██▇▆▃▂           2 hot, nobody   │
    │ ○   –  払い戻し Get a refund                                                    ██ ██  █  ██                         │
    ╰─────────────────────╭ Commands ────────────────────────────────────────────────────────────────╮─────────────────────╯
    ╭ Cross with the car: │ > own                                                                    │─────────────────────╮
    │    Plan ────────────│                                                                          │──────────────────── │
    │ ╭┄▶▁  6 Read the tim│ assign-owner        o         Put an owner on the touchpoint, or take t… │t                    │
    │ ┆  ▼                │ down                j         Go down                                    │                     │
    │ ┆  ▆ 38 Book the cro│ page-down           PgDn      Go down a page                             │re                   │
    │ ╰┄┄┤                │ pan-down            Shift-Do… Pan the map down                           │                     │
    │    ▼                │ filter              /         Filter by words, or by owner:none frictio… │                     │
    │    ·  – Pay ────────│ board               b         Show the friction board as columns, from…  │                     │
    │                     │ jump                Ctrl-F    Go to any journey, touchpoint, owner or t… │                     │
    │                     │ empty-chair         c         Fill the screen with one customer's own w… │                     │
    │                     │ numbers             f         Show the journey's own numbers, what to f… │                     │
    │                     │ teams               O         Show what each team and person owns, how…  │                     │
    │                     │ export              x         Write the friction summary to a Markdown…  │                     │
    │                     │ copy-what           Y         Choose what to copy: the address, a summa… │                     │
    │                     │ mouse               M         Leave the mouse to the terminal's own sel… │                     │
    │ friction: ▁ calm  ▄ │ shade               v         Let the map's heat show the next number:…  │                     │
    │ +2       ●⣀         │ lanes               C         Put the cards of each channel into a lane… │                     │
    │            ⠉⠉⠑⠒⠢⠤⣀⣀ │                                                                          │                     │
    │  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉│                                                                          │┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈ │
    │ -2                  │ Enter runs it, Esc leaves                                                │                     │
    ╰─────────────────────│ Put an owner on the touchpoint, or take the owner away                   │─────────────────────╯
    ╭ Queue for the ramp  │                                                                          │─────────────────────╮
    │ owner     nobody  o ╰──────────────────────────────────────────────────────────────────────────╯t first              │
    │ where     At the harbour · harbour                   usual 7.0 a week,                                               │
    │           ★ moment of truth                          limit 14.9             ▼ 2025-06-02 · survey · score 1          │
    │ friction  █ 70.9 burning                             against the              Two hours in the sun and nobody told   │
    │ complain  79 % (71 to 85), of 135                    customers who            us anything 😡                         │
    │ said      ████████████████████████▒▒▒░░░             answered                 survey.csv:233                         │
    │           █     106  79 %  complaints                2025-W10 to 2025-W27                                            │
    │           ▒      12   9 %  neutral                   at most 9 complaints   ▼ 2025-06-02 · survey · family · score 1 │
    │           ░      17  13 %  praise                    5 rows left out: no      Two hours in the sun and nobody told   │
    │ CSAT      13 % (8 to 19), of 135                     date                     us anything 😡                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}

#[test]
fn the_palette_at_200_by_60() {
    assert_snapshot!(after(": o w n", LARGE), @r"
    Ferry Line — Everybody aboard, nobody anxious
    468 rows: 451 mapped, 14 unmapped (i), 3 rejected (R) · 2 problems (P)                                                                                                                lens: all feedback
    ╭ Journeys: friction, complaints by week ────────────────────────╮╭ Cross with the car: A family of four ──────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ▆  39  Cross with the car      ▁▃▃▅█▄▄▄▄█▄▄▂▂  2 hot, nobody   ││    Plan ───────────────────────────────────── At the harbour ─────────────────────────── At sea ────────────────────────────────── │
    │ ○   –  払い戻し Get a refund        ▄▄ ▄▄ ▄  █                 ││    ╭─ start ─────────────────────────────╮    ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓    ╭─────────────────────────────────────╮   │
    ╰────────────────────────────────────────────────────────────────╯│ ╭┄▶│ Read the timetable                  │ ╭─▶┃ Queue for the ramp                ★ ┃ ╭─▶│ Find a seat                         │   │
    ╭ Queue for the ramp  crossing/queue ────────────────────────────╮│ ┆  │ ▁ 6 calm                   Web shop │ │  ┃ █ 71 burning                 nobody ┃ │  │ · silent                       crew │   │
    │ owner     nobody  o puts an owner on it                        ││ ┆  ╰──┬──────────────────────────────────╯ │  ┗━━┳━━━━━━━━━━━━━━━━━━━━━━━ → refund ━┛ │  ╰──┬──────────────────────────────────╯   │
    │ where     At the harbour · harbour                             ││ ┆     ▼                                    │     ▼ 90%                                │     ▼                                      │
    │           ★ moment of truth                                    ││ ┆  ╭─────────────────────────────────────╮ │  ╭─────────────────────────────────────╮ │  ╭─ goal ──────────────────────────────╮   │
    │ friction  █ 70.9 burning                                       ││ ┆  │ Book the crossing                   │ │  │ Drive aboard                        ├─╯  │ Drive ashore                        │   │
    │ complain  79 % (71 to 85), of 135                              ││ ┆  │ ▆ 38 hot                     nobody │ │  │ ▄ 16 warm        Harbour operations │    │ · silent         Harbour operations │   │
    │ said      ███████████████████████████████▒▒▒▒░░░░░          ╭ Commands ────────────────────────────────────────────────────────────────╮──────────────╯    ╰─────────────────────────────────────╯   │
    │           █     106  79 %  complaints                       │ > own                                                                    │                                                             │
    │           ▒      12   9 %  neutral                          │                                                                          │                                                             │
    │           ░      17  13 %  praise                           │ assign-owner        o         Put an owner on the touchpoint, or take t… │                                                             │
    │ CSAT      13 % (8 to 19), of 135                            │ down                j         Go down                                    │                                                             │
    │ pain      106, 55.2 % of the journey's                      │ page-down           PgDn      Go down a page                             │                                                             │
    │ fix saves 435.6 complaints (246.1 to 496.5) of 1,000 started│ pan-down            Shift-Do… Pan the map down                           │                                                             │
    │                                                             │ filter              /         Filter by words, or by owner:none frictio… │                                                             │
    │ by week    █████▇▇████▇▇                                    │ board               b         Show the friction board as columns, from…  │                                                             │
    │           usual 7.0 a week, limit 14.9                      │ jump                Ctrl-F    Go to any journey, touchpoint, owner or t… │                                                             │
    │           against the customers who answered                │ empty-chair         c         Fill the screen with one customer's own w… │                                                             │
    │           2025-W10 to 2025-W27                              │ numbers             f         Show the journey's own numbers, what to f… │                                                             │
    │           at most 9 complaints                              │ teams               O         Show what each team and person owns, how…  │                                                             │
    │           5 rows left out: no date                          │ export              x         Write the friction summary to a Markdown…  │                                                             │
    │                                                             │ copy-what           Y         Choose what to copy: the address, a summa… │                                                             │
    │ scores    csat-5, of 135, mean 1.93                         │ mouse               M         Leave the mouse to the terminal's own sel… │                                                             │
    │         1 ████████████████████████████████████████ 63       │ shade               v         Let the map's heat show the next number:…  │                                                             │
    │         2 ███████████████████████████ 43                    │ lanes               C         Put the cards of each channel into a lane… │                                                             │
    │         3 ████████ 12                                       │                                                                          │                                                             │
    │         4 ██████ 9                                          │                                                                          │                                                             │
    │         5 █████ 8                                           │ Enter runs it, Esc leaves                                                │                                                             │
    │                                                             │ Put an owner on the touchpoint, or take the owner away                   │                                                             │
    │ leads to  90 % Drive aboard                                 │                                                                          │                                                             │
    │           10 % Claim online (refund/claim)                  ╰──────────────────────────────────────────────────────────────────────────╯                                                             │
    │ authority Crew may wave cars with infants to the front         ││                                                                                                                                    │
    │ notes     Worst on the first Saturday of the holidays          ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ fed by    survey: tag queue or waiting  1-crossing.yaml:27     ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ verbatims 135, newest first                                    ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 1                                ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:233                                               ││                                                                                                                                    │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · family · score 1                       ││                                                                                                                                    │
    │   Two hours in the sun and nobody told us anything 😡          ││ friction: ▁ calm  ▄ warm from 12.5  ▆ hot from 25  █ burning from 50  ○ too few  · silent                                          │
    │   survey.csv:246                                               ││ +2                                                                                                                                 │
    │                                                                ││                                                                                                                                    │
    │ ▼ 2025-06-02 · survey · score 1                                ││           ●⠉⠑⠒⠤⡀                                                                                                                   │
    │   Two hours in the sun and nobody told us anything 😡          ││                ⠈⠑⠢⣀                                                     ⣀⡠⠤⠔⠒⠒●                                                    │
    │   survey.csv:259                                               ││  0┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⠉⠒⠤⣀⣀●┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⢀⡠⠤⠒⠉┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈·┈┈┈┈┈┈┈┈┈┈┈ │
    │                                                                ││                                                                ⢀⡠⠔⠊⠁                                                               │
    │ ▼ 2025-06-02 · survey · family · score 1                       ││                                                         ★ -1.1 ⠁                                                                   │
    │   Two hours in the sun and nobody told us anything 😡          ││                                                                                                                                    │
    │   survey.csv:272                                               ││ -2                                                                                                                                 │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    Enter take it  Esc cancel
    ");
}
