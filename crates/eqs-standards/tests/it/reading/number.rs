//! Numbers inside the text of a cell.

use std::ops::Range;

use eqs_core::Decimal;

/// The places of all numbers, without their signs.
pub(crate) fn places(text: &str) -> Vec<Range<usize>> {
    let is_digit =
        |at: usize| text.as_bytes().get(at).is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.');
    let starts = (0..text.len()).filter(|at| is_digit(*at) && (*at == 0 || !is_digit(at - 1)));
    starts.map(|start| start..(start..=text.len()).find(|at| !is_digit(*at)).unwrap()).collect()
}

/// The text with `#` for every number, and the numbers.
pub(crate) fn split(text: &str) -> (String, Vec<Decimal>) {
    let (mut rest, mut numbers, mut end) = (String::new(), Vec::new(), 0);
    for place in places(text) {
        rest += &text[end..place.start];
        rest.push('#');
        numbers.push(Decimal::parse(&text[place.clone()]).unwrap());
        end = place.end;
    }
    (rest + &text[end..], numbers)
}

/// The text with one of its numbers changed by one unit of its last digit, without a carry.
pub(crate) fn nudge(text: &str, place: &Range<usize>) -> String {
    let (kept, last) = text[place.clone()].split_at(place.len() - 1);
    let last: u8 = last.parse().unwrap();
    let nudged = if last == 9 { 8 } else { last + 1 };
    format!("{}{kept}{nudged}{}", &text[..place.start], &text[place.end..])
}

#[test]
fn numbers_are_found_split_and_nudged() {
    let text = "5.5<=pH<6.5 or 8.5<pH<=9.0";
    assert_eq!(places(text).len(), 4);
    assert_eq!(split(text).0, "#<=pH<# or #<pH<=#");
    assert_eq!(nudge(text, &places(text)[3]), "5.5<=pH<6.5 or 8.5<pH<=9.1");
    assert_eq!(nudge("0.00059", &(0..7)), "0.00058");
    assert!(places("ND").is_empty());
}
