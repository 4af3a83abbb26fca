//! What holds for all figures: less certain figures contest nothing that was confirmed, units and order do not matter.

use alloc::collections::BTreeMap;

use eqs_audit::{Audit, Audited, Claim, Policy, Status, Strength};
use eqs_bulletin::{Document, Figure};
use proptest::prelude::*;

use changed::{scaled, widened, wider};
use world::world;

mod changed;
mod world;

fn shipped_figures() -> Vec<Figure> {
    Document::all().iter().flat_map(Document::figures).copied().collect()
}

fn shipped_claims() -> Vec<Claim> {
    Claim::shipped().copied().collect()
}

fn results(figures: &[Figure], claims: &[Claim]) -> Vec<Audited> {
    Audit::new(figures, claims, Policy::DEFAULT).results()
}

type Fates = BTreeMap<String, (Status, Option<Strength>)>;

/// Status and strength by id.
fn fates(figures: &[Figure], claims: &[Claim]) -> Fates {
    let of = |result: Audited| (result.id, (result.status, result.strength));
    results(figures, claims).into_iter().map(of).collect()
}

/// What was confirmed and is contested now.
fn overturned(before: &Fates, after: &Fates) -> Vec<String> {
    let is = |fates: &Fates, id: &str, status| fates.get(id).is_some_and(|fate| fate.0 == status);
    let ids = before.keys();
    ids.filter(|id| is(before, id, Status::Confirmed) && is(after, id, Status::Contested)).cloned().collect()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn less_certain_figures_contest_nothing(
        world in world(),
        which in prop::collection::vec(prop::option::of(wider()), 17),
    ) {
        let (given, said) = (world.figures(), world.claims());
        let pairs = given.iter().zip(&which);
        let changed: Vec<Figure> =
            pairs.map(|(figure, how)| how.map_or(*figure, |how| widened(*figure, how))).collect();
        let (before, after) = (fates(&given, &said), fates(&changed, &said));
        prop_assert_eq!(overturned(&before, &after), Vec::<String>::new());
    }

    #[test]
    fn units_do_not_matter(world in world(), which in prop::collection::vec(any::<bool>(), 17)) {
        let (given, said) = (world.figures(), world.claims());
        let pairs = given.iter().zip(&which);
        let changed: Vec<Figure> =
            pairs.map(|(figure, scale)| if *scale { scaled(*figure) } else { *figure }).collect();
        prop_assert_eq!(fates(&given, &said), fates(&changed, &said));
    }

    #[test]
    fn order_does_not_matter(world in world(), turned in 0..17_usize) {
        let (given, said) = (world.figures(), world.claims());
        let (mut other, mut otherwise) = (given.clone(), said.clone());
        other.rotate_left(turned);
        otherwise.reverse();
        prop_assert_eq!(results(&given, &said), results(&other, &otherwise));
    }
}

proptest! {
    #![proptest_config(config(20))]

    #[test]
    fn less_certain_figures_contest_no_shipped_claim(
        which in prop::collection::vec(prop::option::weighted(0.2, wider()), 480),
    ) {
        let (given, said) = (shipped_figures(), shipped_claims());
        let pairs = given.iter().zip(&which);
        let changed: Vec<Figure> =
            pairs.map(|(figure, how)| how.map_or(*figure, |how| widened(*figure, how))).collect();
        let (before, after) = (fates(&given, &said), fates(&changed, &said));
        prop_assert_eq!(overturned(&before, &after), Vec::<String>::new());
    }

    #[test]
    fn order_does_not_matter_to_the_shipped_claims(
        (given, said) in (Just(shipped_figures()).prop_shuffle(), Just(shipped_claims()).prop_shuffle())
    ) {
        prop_assert_eq!(results(&given, &said), Audit::shipped().results());
    }
}

#[test]
fn units_do_not_matter_to_the_shipped_claims() {
    let (given, said) = (shipped_figures(), shipped_claims());
    let changed: Vec<Figure> = given.iter().copied().map(scaled).collect();
    assert!(given.iter().zip(&changed).filter(|(one, other)| one != other).count() > 150);
    assert_eq!(fates(&given, &said), fates(&changed, &said));
}
