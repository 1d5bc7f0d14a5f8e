package io.billingcenter.jobs.cli;

/** The end of this process by a signal. */
final class ProcessEnd {

    private ProcessEnd() {}

    /** Returns whether the process is being ended; later failures are a consequence of that. */
    static boolean hasBegun() {
        Thread probe = new Thread(() -> {}, "probe");
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
