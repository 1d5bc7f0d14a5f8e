package io.billingcenter.jobs.installation;

import java.util.UUID;

/** Ids of output folders. They alone are random, since nothing is computed from them. */
final class InstallationId {

    private InstallationId() {}

    /** Returns an id that no other folder has: 32 hexadecimal digits. */
    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
