package io.billingcenter.domain.outbox;

/**
 * A file of a published set.
 *
 * @param path path inside the folder of its revision
 * @param sha256 lower-case hex digits
 */
public record ShippedFile(String path, long bytes, String sha256) {}
