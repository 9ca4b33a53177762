/** The one catalogue of topics: names, keys, partitions, cleanup; creation and verification from it. Nobody else spells a topic name. */
@NullMarked
package io.inkstream.schemas.topics;

import org.jspecify.annotations.NullMarked;
