//! The only event loop, generic over the backend; life-cycle of the terminal; pacing.
