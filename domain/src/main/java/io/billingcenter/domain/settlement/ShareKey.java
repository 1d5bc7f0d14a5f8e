package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.WorkspaceId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The key of a share of a daily bill. A payment is allocated to shares in this order: those that vouchers may pay come
 * first, then by workspace.
 *
 * @param workspace null for amounts that no single workspace causes
 * @param eligible whether vouchers may pay the share (billing rules 6.1)
 */
public record ShareKey(@Nullable WorkspaceId workspace, boolean eligible) implements Comparable<ShareKey> {

    private static final Comparator<ShareKey> ORDER =
            Comparator.comparing(ShareKey::eligible).reversed().thenComparing(ShareKey::workspaceText);

    /** Returns the id of the workspace; empty if there is none. */
    public String workspaceText() {
        return workspace == null ? "" : workspace.value();
    }

    @Override
    public int compareTo(ShareKey other) {
        return ORDER.compare(this, other);
    }
}
