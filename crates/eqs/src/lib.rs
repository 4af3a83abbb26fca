//! eqs
#![no_std]
