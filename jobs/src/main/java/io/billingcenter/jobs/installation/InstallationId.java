package io.billingcenter.jobs.installation;

import java.util.UUID;

/** Ids of output folders: the only thing that is random, since nothing is computed from it. */
final class InstallationId {

    private InstallationId() {}

    /** An id that no other folder has: 32 hexadecimal digits. */
    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
