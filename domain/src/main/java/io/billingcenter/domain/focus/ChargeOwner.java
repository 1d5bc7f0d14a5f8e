package io.billingcenter.domain.focus;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The account that owes a charge, and the workspace that caused it.
 *
 * @param workspace null for a charge that no single workspace causes
 */
public record ChargeOwner(
        String accountId,
        String accountName,
        Currency currency,
        @Nullable ChargeWorkspace workspace) {

    /**
     * A workspace.
     *
     * @param regionId site of the workspace
     * @param regionName name of the site
     */
    public record ChargeWorkspace(String id, String name, String regionId, String regionName) {}

    /** Returns the id of the workspace, or null if there is none. */
    public @Nullable String workspaceId() {
        return workspace == null ? null : workspace.id();
    }
}
