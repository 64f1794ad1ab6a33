/** What the readers of policy files share: values with their lines, globs, patterns, dates. */
@NullMarked
package org.drydock.policy.text;

import org.jspecify.annotations.NullMarked;
