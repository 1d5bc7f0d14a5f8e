package io.billingcenter.remote.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Optional;

/** The names of folders in a store. */
final class StorePaths {

    private StorePaths() {}

    /** Returns the workspace of a folder; empty if the name is that of none. */
    static Optional<WorkspaceId> workspace(String name) {
        // A relative path, not a workspace.
        if (name.equals(".") || name.equals("..")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WorkspaceId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the billing day of a folder; empty if the name is that of none. */
    static Optional<BillingDay> day(String name) {
        try {
            return Optional.of(BillingDay.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the exception for a file that was to be written, and is there with another content. */
    static IllegalArgumentException otherContent(String address) {
        return new IllegalArgumentException("Expected nothing or the same content at " + address
                + ", found another content; move it away and run the same command again");
    }
}
