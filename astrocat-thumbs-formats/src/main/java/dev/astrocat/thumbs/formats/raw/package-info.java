/**
 * Camera RAW: {@code RawDecoder}, set up by {@code RawOptions}.
 *
 * <p>Native code meets hostile bytes in processes of its own. {@code formats.raw} is the host's
 * side ({@code WorkerPool}, {@code Workers}, {@code WorkerProcess}), {@code formats.raw.worker} the
 * worker's and the wire; {@code formats.raw.engine} is what both agree on, {@code
 * formats.raw.libraw} the engine.
 *
 * <ul>
 *   <li>The worker's class path is {@code raw-worker.jar}, a resource of the module, built one
 *       phase behind the native half and copied into a private temporary folder by the module's own
 *       loader. So it starts from any packaging; a test does so from four.
 *   <li>File and samples pass through the two pipes in chunks of what a pipe holds. For 7 MB in and
 *       12 MB out that takes 9 ms of CPU, both sides together; files in {@code /dev/shm} take 21,
 *       in {@code /tmp} 13.
 *   <li>No thread waits: the host looks for an answer at growing intervals up to 2 ms, which also
 *       lets an interrupt through. A write into a full pipe is ended by killing the worker at the
 *       deadline, from the timer thread that the JDK keeps for CompletableFuture.
 *   <li>A worker that crashes or answers nonsense costs its file one more try in a new worker; then
 *       the file is remembered. Killed at the deadline, or out of memory, it is not tried again.
 *   <li>A worker ends when its input ends, when its parent is gone, when it is idle, and when it is
 *       busy two seconds beyond the host's deadline.
 *   <li>{@code unshare}, {@code setpriv} and {@code prlimit} (util-linux) take network, privileges
 *       and memory from a worker, each where it is installed and allowed; availability says which.
 *       Trying them out takes 20 to 40 ms, once a pool. A worker could still read and write its
 *       user's files; LibRaw is given bytes and never a name.
 *   <li>The file and LibRaw's samples count against the worker's native memory, the finished
 *       samples against the host's limit: 50 megapixels need 200 MB there and 75 MB here.
 *   <li>The folder belongs to whoever holds the lock of its file {@code owner}, since process ids
 *       mean nothing across containers; the next pool deletes what nobody holds.
 * </ul>
 */
package dev.astrocat.thumbs.formats.raw;
