//! Targets of ecological-environment protection plans, and their evaluation over any observations.
#![no_std]
