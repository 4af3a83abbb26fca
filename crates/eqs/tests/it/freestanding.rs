//! The facade links without std.

use std::process::{Command, Output};

fn build(features: &str) -> Output {
    Command::new(env!("CARGO"))
        .args([
            "build",
            "--offline",
            "--locked",
            "--package",
            "eqs-freestanding",
            "--profile",
            "freestanding",
        ])
        .args(["--features", features])
        .args(["--target-dir", concat!(env!("CARGO_TARGET_TMPDIR"), "/freestanding")])
        .output()
        .unwrap()
}

#[test]
fn the_facade_links_without_std_and_only_without_it() {
    let without = build("proof");
    assert!(without.status.success(), "{}", String::from_utf8_lossy(&without.stderr));
    let with = build("proof,std");
    let message = String::from_utf8_lossy(&with.stderr);
    assert!(!with.status.success() && message.contains("panic_impl"), "{message}");
}
