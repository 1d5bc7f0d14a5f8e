package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.WorkspaceId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A share of a daily bill. Shares take their part of the payments in this order: those that vouchers may pay first, by
 * workspace.
 *
 * @param workspace null for what no single workspace causes
 * @param eligible whether vouchers may pay it (billing rules 6.1)
 */
public record ShareKey(@Nullable WorkspaceId workspace, boolean eligible) implements Comparable<ShareKey> {

    private static final Comparator<ShareKey> ORDER =
            Comparator.comparing(ShareKey::eligible).reversed().thenComparing(ShareKey::workspaceText);

    /** The id of the workspace; empty without one. */
    public String workspaceText() {
        return workspace == null ? "" : workspace.value();
    }

    @Override
    public int compareTo(ShareKey other) {
        return ORDER.compare(this, other);
    }
}
