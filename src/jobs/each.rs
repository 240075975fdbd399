//! The same question about many things, answered by several threads in order.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::gate;

/// `f(0)`, `f(1)`, …, `f(count - 1)` in order, computed by up to `threads` threads.
pub fn each<T: Send>(count: usize, threads: usize, f: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = threads.clamp(1, count.max(1));
    if threads == 1 {
        return (0..count).map(f).collect();
    }
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(Vec::with_capacity(count));
    let share = gate::share();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                gate::work_for(share.as_ref());
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    if i >= count {
                        return;
                    }
                    let answer = f(i);
                    answers
                        .lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner)
                        .push((i, answer));
                }
            });
        }
    });
    let mut answers = answers
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    answers.sort_by_key(|(i, _)| *i);
    answers.into_iter().map(|(_, answer)| answer).collect()
}
