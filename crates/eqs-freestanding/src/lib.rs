//! Proof that the facade `eqs` needs no std: a static library with its own allocator and panic handler.
//!
//! With the feature `proof` it links only if nothing below pulls std in: std brings a panic handler of its own,
//! and two of them are an error. The tests of `eqs` build it both ways.
#![cfg_attr(feature = "proof", no_std)]

#[cfg(feature = "proof")]
mod proof {
    use core::alloc::{GlobalAlloc, Layout};
    use core::panic::PanicInfo;

    use eqs::hj633::Hj633;
    use eqs::{aqi, aqi::Readings};

    struct NoMemory;

    // SAFETY: a null pointer says that there is no memory; nothing is handed out, so nothing is freed.
    unsafe impl GlobalAlloc for NoMemory {
        unsafe fn alloc(&self, _: Layout) -> *mut u8 {
            core::ptr::null_mut()
        }

        unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
    }

    #[global_allocator]
    static ALLOCATOR: NoMemory = NoMemory;

    #[panic_handler]
    fn panic(_: &PanicInfo<'_>) -> ! {
        loop {}
    }

    /// The index of one hour of PM2.5, or 0 where there is none.
    #[unsafe(no_mangle)]
    pub extern "C" fn eqs_index_of_pm25(concentration: u16) -> u16 {
        let reading = eqs::Quantity::new(u32::from(concentration).into(), eqs::Unit::UG_PER_M3);
        let readings =
            Readings::new(aqi::Report::Hourly).reading(aqi::Entry::Pm2_5, aqi::Reading::Value(reading));
        let verdict = Hj633::named("2012").ok().and_then(|standard| aqi(&standard, &readings).ok());
        verdict.and_then(|verdict| verdict.outcome.determined().map(|aqi| aqi.value)).unwrap_or(0)
    }
}
