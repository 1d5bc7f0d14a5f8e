package io.billingcenter.domain.metering.plan;

/**
 * A file that was staged from a remote traffic store.
 *
 * @param file the file as the store listed it when it was fetched
 * @param listed whether the last listing of its day had the file
 * @param fetched whether the copy is in the staging folder
 */
public record StagedFile(RemoteFile file, boolean listed, boolean fetched) {

    /** Returns the same file, found or not found by a listing. */
    public StagedFile withListed(boolean found) {
        return new StagedFile(file, found, fetched);
    }

    /** Returns the same file, with or without a copy in the staging folder. */
    public StagedFile withFetched(boolean staged) {
        return new StagedFile(file, listed, staged);
    }
}
