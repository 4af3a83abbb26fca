//! Plans, policies and verdicts as JSON.

use eqs_plan::{BEIJING_13FYP, BEIJING_14FYP, Policy, Steadily, evaluate};

use crate::given::{day, of_13fyp};

#[test]
fn a_verdict() {
    let verdict =
        evaluate(&of_13fyp(12), BEIJING_13FYP.observations(), day("2020-12-31"), &Policy::default());
    let json = serde_json::to_value(&verdict).unwrap();
    assert_eq!(json["outcome"]["determined"], "met");
    assert_eq!(json["findings"][0]["comparison"]["bounded"]["bound"], "above");
    assert_eq!(json["notes"][0]["used"]["quantity"]["value"], "90");
}

#[test]
fn a_plan() {
    let json = serde_json::to_value(BEIJING_14FYP).unwrap();
    assert_eq!(json["targets"].as_array().unwrap().len(), 173);
    assert_eq!(json["targets"][0]["base"], "peak");
    assert_eq!(json["targets"][4]["base"]["year"]["year"], 2020);
    assert_eq!(json["targets"][3]["due"], "2025-12-31");
    assert_eq!(json["issued"], "2021-11-28");
}

#[test]
fn a_policy_there_and_back() {
    let policy = Policy::default().steadily(Steadily::LatestAgainstBase);
    let json = serde_json::to_string(&policy).unwrap();
    assert_eq!(serde_json::from_str::<Policy>(&json).unwrap(), policy);
    assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::default());
    assert!(serde_json::from_str::<Policy>(r#"{"tolerance": "5"}"#).is_err());
}
