//! What is hidden, and what only looks like it.

use super::masked;

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(masked(text), *expected, "{text}");
    }
}

#[test]
fn addresses_are_hidden_in_any_script_and_sentence() {
    check(&[
        (
            "Write to ann.o'neil+x@mail.example.co.uk.",
            "Write to [e-mail].",
        ),
        ("<müller@straße.de>,info@a-b.org", "<[e-mail]>,[e-mail]"),
        ("用户@例子.公司 wrote", "[e-mail] wrote"),
        ("\"a b\"@example.org x", "[e-mail] x"),
        ("ann＠example．com", "[e-mail]"),
        (
            "@acme on social, 3 @ 4.50, meet me @home",
            "@acme on social, 3 @ 4.50, meet me @home",
        ),
    ]);
}

#[test]
fn cards_and_accounts_are_hidden_when_their_checks_hold() {
    check(&[
        ("card 4111 1111 1111 1111 was", "card [card] was"),
        ("4111111111111112 is none", "4111111111111112 is none"),
        ("3782-822463-10005", "[card]"),
        ("DE89 3704 0044 0532 0130 00 please", "[account] please"),
        ("GB82WEST12345698765432", "[account]"),
        ("GB83WEST12345698765432", "GB83WEST12345698765432"),
        (
            "my account number is 12345678.",
            "my account number is [account].",
        ),
        ("sort code 12-34-56", "sort code [account]"),
    ]);
}

#[test]
fn telephone_numbers_are_hidden_as_many_countries_write_them() {
    for number in [
        "+49 (0) 171 2345678",
        "0049 171 2345678",
        "0171/2345678",
        "(555) 123-4567",
        "555-123-4567",
        "555.123.4567",
        "1-800-555-0199",
        "020 7946 0958",
        "01 23 45 67 89",
        "912 34 56 78",
        "98765 43210",
        "(11) 91234-5678",
        "+351912345678",
        "０１７１ ２３４５６７８",
        "07700900123",
    ] {
        let text = format!("Nobody answers {number}, why?");
        assert_eq!(masked(&text), "Nobody answers [phone], why?");
    }
    check(&[("call me on 5550123", "call me on [phone]")]);
}

#[test]
fn days_amounts_and_numbers_of_orders_stay() {
    for text in [
        "On 2025-03-01 14:30 and 01.03.2025, then 3/1/25",
        "order 5551234567 and #4915112345679",
        "INV-2025-001234, LH1234567890, A-2025-03-0001",
        "paid 1 234 567 euros, 12.345,67 € and $1,234,567",
        "from 192.168.100.200, version 10.4.22621",
        "ticket no. 20250301 12345678",
        "1,234 of 5,678 customers in 2019-2024",
        "at 52.520008, 13.404954",
    ] {
        assert_eq!(masked(text), text);
    }
}
