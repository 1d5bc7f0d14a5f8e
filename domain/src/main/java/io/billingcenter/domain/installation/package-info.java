/** Output folders and the databases they belong to: {@link io.billingcenter.domain.installation.OutputFolderContent}. */
@NullMarked
package io.billingcenter.domain.installation;

import org.jspecify.annotations.NullMarked;
