//! Methods of environmental-quality assessment: air quality index, attainment, water classes.
#![no_std]
