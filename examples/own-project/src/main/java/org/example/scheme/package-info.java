/** Training schemes of this project's own: each evaluates gradients, combines them, and then updates the players. */
package org.example.scheme;
