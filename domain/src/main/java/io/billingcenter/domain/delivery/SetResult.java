package io.billingcenter.domain.delivery;

import java.nio.file.Path;

/**
 * The result of delivering a set.
 *
 * @param revision number of the revision that contains the current content, from 1
 * @param isNew whether the revision was recorded by this delivery; false if the content was unchanged
 * @param folder folder of the revision
 * @param files number of its files, without the manifest
 */
public record SetResult(DeliverySet set, int revision, boolean isNew, Path folder, int files) {}
