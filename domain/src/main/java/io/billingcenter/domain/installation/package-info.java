/**
 * Output folders and their relation to a database: {@link io.billingcenter.domain.installation.OutputFolderContent}.
 */
@NullMarked
package io.billingcenter.domain.installation;

import org.jspecify.annotations.NullMarked;
