package io.billingcenter.domain.account;

/**
 * The identity of a workspace, which is also the name of its traffic folder: 1 to 64 letters, digits or {@code - _ . :
 * @}.
 */
public record WorkspaceId(String value) implements Comparable<WorkspaceId> {

    /** Checks the form of the id. */
    public WorkspaceId {
        Identifiers.requireWellFormed("workspace id", value);
    }

    @Override
    public int compareTo(WorkspaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
