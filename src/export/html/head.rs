//! The head of the page: its style, and the promise that it loads and runs nothing.

use super::escape::text;

/// The style of every page.
const STYLE: &str = include_str!("page.css");

/// Everything before the body.
pub(in crate::export) fn head(title: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"pothole\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n",
        text(title)
    )
}
