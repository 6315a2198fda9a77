/*
 * onnxruntime 1.30 gathers usage data for its makers unless this says no; nothing of falsematch may. The library reads the
 * environment of the process, which a thread cannot change, so this stands before every import of it and before every thread.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';
