//! The page in a real browser, where one is installed: nothing overflows on a phone or a desk, every text
//! stands out from what is behind it in light and in dark, and it prints.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says aloud what it skips"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use tempfile::TempDir;

/// What browsers of this kind are called. `POTHOLE_BROWSER` names another.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// One browser at a time: a machine has few processors and each starts several processes.
static AT_WORK: Mutex<()> = Mutex::new(());

/// A script that looks at the page inside a frame as wide as a screen. The page itself has none.
const PROBE: &str = include_str!("page/probe.html");

fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("POTHOLE_BROWSER").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .flat_map(|folder| BROWSERS.map(|name| folder.join(name)))
        .find(|file| file.is_file());
    named.or(found)
}

/// The sample's page.
fn page() -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_pothole"))
        .args([
            "-C",
            env!("CARGO_MANIFEST_DIR"),
            "--no-cache",
            "export",
            "--format",
            "html",
        ])
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).unwrap()
}

fn run(browser: &Path, folder: &Path, arguments: &[&str], file: &Path) -> Vec<u8> {
    let _alone = AT_WORK.lock();
    let out = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--virtual-time-budget=10000",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .args(arguments)
        .arg(format!("file://{}", file.display()))
        .stderr(Stdio::null())
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "the browser failed with {:?}",
        out.status.code()
    );
    out.stdout
}

/// What the probe found wrong, at a width and in a colour scheme.
fn faults(browser: &Path, page: &str, width: u32, dark: bool) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let quoted = page.replace('&', "&amp;").replace('"', "&quot;");
    let probe = PROBE
        .replace("@WIDTH@", &width.to_string())
        .replace("@PAGE@", &quoted);
    let file = folder.path().join("probe.html");
    fs::write(&file, probe).unwrap();
    let scheme = format!("--blink-settings=preferredColorScheme={}", u8::from(!dark));
    // A busy machine's browser may hand out the page before it has looked at it: then it looks again.
    let report = (0..5).find_map(|_| report(browser, &folder, &scheme, &file));
    let report = report.expect("the probe has run");
    let (first, rest) = report.split_once('\n').unwrap_or((&report, ""));
    let scheme = if dark { "dark" } else { "light" };
    assert!(
        first.starts_with(&format!("looked at {width} {scheme}")),
        "{first}"
    );
    let looked: u32 = first.rsplit(' ').next().unwrap().parse().unwrap();
    assert!(looked > 300, "the probe saw only {looked} texts");
    rest.lines().map(str::to_owned).collect()
}

/// What the probe wrote; nothing when it has not come to it.
fn report(browser: &Path, folder: &TempDir, scheme: &str, file: &Path) -> Option<String> {
    let arguments = ["--window-size=1400,900", scheme, "--dump-dom"];
    let seen = String::from_utf8(run(browser, folder.path(), &arguments, file)).unwrap();
    let (_, report) = seen.split_once("<pre id=\"report\">")?;
    let (report, _) = report.split_once("</pre>")?;
    (!report.is_empty()).then(|| report.to_owned())
}

#[test]
fn the_page_fits_phone_and_desk_and_can_be_read_in_light_and_dark() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no Chromium is installed to look at the page with");
        return;
    };
    let page = page();
    for width in [390, 1280] {
        for dark in [false, true] {
            let faults = faults(&browser, &page, width, dark);
            assert!(
                faults.is_empty(),
                "at {width}, dark {dark}:\n{}",
                faults.join("\n")
            );
        }
    }
}

#[test]
fn the_probe_sees_what_is_wrong() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no Chromium is installed to look at the page with");
        return;
    };
    let pale = page().replace("--soft: #5b5852", "--soft: #d0cec8");
    let faults_of_pale = faults(&browser, &pale, 1280, false);
    assert!(
        faults_of_pale
            .iter()
            .any(|fault| fault.starts_with("contrast"))
    );
    let wide = page().replace(
        "<main id=\"main\">",
        "<main id=\"main\"><p style=\"width:900px\">x</p>",
    );
    let faults_of_wide = faults(&browser, &wide, 390, false);
    assert!(
        faults_of_wide
            .iter()
            .any(|fault| fault.starts_with("overflow")),
        "{faults_of_wide:?}"
    );
}

#[test]
fn the_page_prints() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no Chromium is installed to look at the page with");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (file, pdf) = (
        folder.path().join("page.html"),
        folder.path().join("page.pdf"),
    );
    fs::write(&file, page()).unwrap();
    let print = format!("--print-to-pdf={}", pdf.display());
    run(
        &browser,
        folder.path(),
        &["--no-pdf-header-footer", &print],
        &file,
    );
    let bytes = fs::read(&pdf).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&bytes);
    let pages = text.matches("/Type /Page\n").count() + text.matches("/Type /Page ").count();
    assert!((4..=16).contains(&pages), "{pages} pages");
}
