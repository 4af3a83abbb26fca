//! How far a target is from being reached.

use eqs_core::{Fraction, Lang, Phrase, Reason, Relation};
use eqs_plan::{Gap, Policy, Target, gap};

use crate::given::{day, figure, missing, of_13fyp, of_14fyp, of_id};

fn of(target: &Target, years: &[(u16, &str)], on: &str) -> Result<Gap, Reason> {
    let figures = years.iter().map(|(year, value)| figure(target, *year, value)).collect::<Vec<_>>();
    gap(target, &figures, day(on), &Policy::default())
}

fn fraction(numerator: i128, denominator: i128) -> Fraction {
    Fraction::new(numerator, denominator).unwrap()
}

#[test]
fn what_is_left_to_do() {
    let gap = of(&of_13fyp(1), &[(2015, "80.6"), (2017, "73")], "2018-06-30").unwrap();
    assert_eq!((gap.relation, gap.goal), (Relation::AtMost, Fraction::from(56)));
    assert_eq!(gap.margin, Fraction::from(-17));
    assert_eq!(gap.margin_share, Some(fraction(-17 * 100, 56)));
    assert_eq!(gap.way, Some(fraction(76 * 100, 246))); // 7.6 of 24.6
    assert_eq!(gap.yearly, Some(fraction(-17, 3)));
    // (56/73)^(1/3) − 1
    let rate = gap.yearly_rate.unwrap();
    assert!(
        rate.low().unwrap().value < fraction(-84_577, 10_000)
            && rate.high().unwrap().value > fraction(-84_578, 10_000)
    );
}

#[test]
fn reached_already_or_due() {
    let target = of_13fyp(1);
    let gap = of(&target, &[(2015, "80.6"), (2017, "50")], "2018-06-30").unwrap();
    assert_eq!((gap.margin, gap.yearly), (Fraction::from(6), Some(Fraction::ZERO)));
    let gap = of(&target, &[(2015, "80.6"), (2020, "60")], "2020-12-31").unwrap();
    assert_eq!((gap.margin, gap.yearly, gap.yearly_rate), (Fraction::from(-4), None, None));
    assert_eq!(of(&target, &[(2019, "60")], "2020-12-31"), Err(missing(&target, Some(2020))));
}

#[test]
fn no_base_no_way() {
    let target = of_13fyp(1);
    let one = of(&target, &[(2017, "73")], "2018-06-30").unwrap();
    assert_eq!((one.base, one.way), (None, None));
    // The base satisfied the target already.
    let met = of(&target, &[(2015, "50"), (2017, "73")], "2018-06-30").unwrap();
    assert!(met.base.is_some() && met.way.is_none());
    // Away from the goal.
    let away = of(&target, &[(2015, "66"), (2017, "67")], "2018-06-30").unwrap();
    assert_eq!(away.way, Some(Fraction::from(-10)));
}

#[test]
fn a_goal_of_zero() {
    let gap = of(&of_14fyp(7), &[(2020, "2.4"), (2021, "1.2")], "2021-12-31").unwrap();
    assert_eq!((gap.margin, gap.margin_share), (fraction(-6, 5), None));
    assert_eq!((gap.yearly, gap.yearly_rate), (Some(fraction(-3, 10)), None));
}

#[test]
fn changes_and_amounts() {
    // Reduced by 10 of 14.4 %.
    let gap = of(&of_13fyp(10), &[(2018, "10")], "2018-12-31").unwrap();
    assert_eq!(
        (gap.latest.value, gap.goal, gap.margin),
        (Fraction::from(90), fraction(428, 5), fraction(-22, 5))
    );
    assert_eq!(gap.way, Some(fraction(1000 * 10, 144)));
    // 300 of 1000 km.
    let gap = of(&of_id("TGT-0114"), &[(2021, "200"), (2022, "100")], "2022-12-31").unwrap();
    assert_eq!(
        (gap.margin, gap.way, gap.yearly),
        (Fraction::from(-700), Some(Fraction::from(30)), Some(fraction(700, 3)))
    );
    // A year that is missing ends what is known of an amount.
    let gap = of(&of_id("TGT-0114"), &[(2021, "200"), (2023, "100")], "2023-12-31").unwrap();
    assert_eq!((gap.latest.year, gap.margin), (2021, Fraction::from(-800)));
}

#[test]
fn words_have_no_distance() {
    assert_eq!(of(&of_14fyp(5), &[(2021, "80")], "2021-12-31"), Err(Reason::NoPath));
}

#[test]
fn sentences() {
    let said = |lang| {
        let cases = [
            (of_13fyp(1), &[(2015, "80.6"), (2017, "73")][..]),
            (of_13fyp(1), &[(2015, "80.6"), (2017, "50")]),
            (of_14fyp(7), &[(2020, "2.4"), (2021, "1.2")]),
            (of_13fyp(10), &[(2018, "10")]),
            (of_id("TGT-0114"), &[(2021, "200"), (2022, "100")]),
        ];
        let line = |(target, years): &(Target, &[(u16, &str)])| {
            let latest = years.iter().map(|(year, _)| *year).max().unwrap();
            of(target, years, &format!("{latest}-12-31")).unwrap().say(lang).to_string()
        };
        cases.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("gap_en", said(Lang::En));
    insta::assert_snapshot!("gap_zh", said(Lang::Zh));
}

#[test]
fn figures_that_disagree_leave_the_margin() {
    // Only the way needs the base.
    let gap = of(&of_13fyp(1), &[(2015, "80"), (2015, "81"), (2020, "60")], "2020-12-31").unwrap();
    assert_eq!((gap.margin, gap.base, gap.way), (Fraction::from(-4), None, None));
}
