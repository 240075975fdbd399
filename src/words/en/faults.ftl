# What went wrong, in sentences.

fault = error: { $message }

fault-write-output = The output could not be written: { $reason }
fault-interrupted = Interrupted; nothing was written.
