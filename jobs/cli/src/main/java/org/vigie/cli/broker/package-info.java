/** A Kafka broker inside this process, for commands that bring their own. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.broker;
