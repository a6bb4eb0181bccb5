//! Measures on real surveys, where they are there; says so where they are not.

#![allow(
    clippy::unwrap_used,
    reason = "all of this file is a test, its functions outside of #[test] included"
)]

use pothole::measures::drivers::{Bootstrap, Missing, Survey, drivers};

const RATED: [&str; 14] = [
    "Q7ART",
    "Q7FOOD",
    "Q7STORE",
    "Q7SIGN",
    "Q7WALKWAYS",
    "Q7SCREENS",
    "Q7INFODOWN",
    "Q7INFOUP",
    "Q7WIFI",
    "Q7ROADS",
    "Q7PARK",
    "Q7AIRTRAIN",
    "Q7LTPARKING",
    "Q7RENTAL",
];

/// The airport survey's ratings and its overall one; 0 and 6 are no answers.
fn airport(path: &str) -> Survey {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let column = |name: &str| {
        let at = place(name);
        let read = |row: &csv::StringRecord| row[at].trim().parse().ok();
        let answered = |score: &f64| (1.0..=5.0).contains(score);
        rows.iter().map(|row| read(row).filter(answered)).collect()
    };
    Survey {
        overall: column("Q7ALL"),
        ratings: RATED.iter().map(|name| column(name)).collect(),
    }
}

#[test]
fn the_airports_drivers_agree_with_numpy_and_food_moves_more_than_wifi() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/airport/sfo-2017.csv"
    );
    if !std::path::Path::new(path).exists() {
        println!("skipped: the airport survey is not there");
        return;
    }
    let bootstrap = Bootstrap {
        rounds: 40,
        seed: 1,
    };
    // Correlations and eigenvectors by numpy over the same rows.
    let expected = [
        (
            Missing::Pairwise,
            629,
            0.601_055_042_568_617_1,
            [
                ("Q7FOOD", 11.059_180_050_770_78),
                ("Q7PARK", 9.211_805_688_700_537),
            ],
        ),
        (
            Missing::Listwise,
            494,
            0.742_701_080_246_898,
            [
                ("Q7PARK", 10.065_705_853_392_426),
                ("Q7FOOD", 9.523_585_253_306_946),
            ],
        ),
    ];
    for (missing, of, explained, first) in expected {
        let found = drivers(&airport(path), 100, missing, &bootstrap).unwrap();
        assert_eq!((found.of, found.drivers.len()), (of, 14));
        assert!((found.explained - explained).abs() < 1e-9);
        for (driver, (name, importance)) in found.drivers.iter().zip(first) {
            assert_eq!(RATED[driver.place], name);
            assert!((driver.importance - importance).abs() < 1e-7, "{driver:?}");
            assert!(driver.interval.unwrap().holds(importance));
        }
        let wifi = found
            .drivers
            .iter()
            .find(|driver| RATED[driver.place] == "Q7WIFI")
            .unwrap();
        let food = found
            .drivers
            .iter()
            .find(|driver| RATED[driver.place] == "Q7FOOD")
            .unwrap();
        assert!(
            food.interval.unwrap().low > wifi.importance && food.performance < wifi.performance
        );
    }
}
