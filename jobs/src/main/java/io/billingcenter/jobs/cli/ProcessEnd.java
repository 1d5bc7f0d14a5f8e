package io.billingcenter.jobs.cli;

/** The end of this process by a signal. */
final class ProcessEnd {

    private ProcessEnd() {}

    /** Whether the process is being ended: what fails from then on fails because it is. */
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
