/* Makes the operating system fail at a chosen call, as SQLite's tests do.
 *
 * Preloaded (LD_PRELOAD) into a program and all that it starts. Calls that change something below one folder
 * are counted together in a file that all of these processes map; the chosen one fails, or the process or its
 * whole group is killed there, a write after half of its bytes. Calls that would change something below a
 * second folder, the sources, are refused and counted as trespasses. The wall clock can be made to leap.
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum { NOTHING, FAIL_ONCE, FAIL_ALWAYS, KILL_PROCESS, KILL_GROUP };

/* The same as Control in shim.py. */
struct control {
    int64_t count;     /* calls so far */
    int64_t target;    /* number of the call that fails, from 1 */
    int32_t action;    /* one of the above */
    int32_t error;     /* errno of failing calls */
    int64_t fired;     /* how often it struck */
    int64_t trespasses;/* calls that would have changed a source */
    int64_t clock;     /* 0: true; else calls answered by a leaping clock, plus one */
    char where[256];   /* the call that failed first */
    char folder[1024];
    char sources[1024];
};

static struct control *control;

__attribute__((constructor)) static void begin(void)
{
    const char *name = getenv("AUGSTUDIO_TEST_FAULTS");
    int handle = name ? open(name, O_RDWR | O_CLOEXEC) : -1;
    if (handle < 0)
        return;
    void *place = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
    close(handle);
    if (place != MAP_FAILED)
        control = place;
}

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        abort();
    return found;
}

static int lies_in(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static void place_of(int handle, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
}

static void place_at(int folder, const char *name, char *path)
{
    char start[PATH_MAX] = "";
    if (name[0] != '/') {
        if (folder != AT_FDCWD)
            place_of(folder, start);
        else if (!getcwd(start, sizeof start))
            start[0] = 0;
        strcat(start, "/");
    }
    snprintf(path, PATH_MAX, "%.2000s%.2000s", start, name);
}

/* Whether a call must fail, with errno set; kills where that was asked for, half of the data written. */
static int strikes(const char *call, const char *path, int handle, const char *data, size_t length)
{
    if (!control)
        return 0;
    if (lies_in(path, control->sources)) {
        __atomic_add_fetch(&control->trespasses, 1, __ATOMIC_SEQ_CST);
        errno = EPERM;
        return 1;
    }
    if (!lies_in(path, control->folder))
        return 0;
    int64_t number = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
    int due = number == control->target || (control->action == FAIL_ALWAYS && number > control->target);
    if (!control->target || control->action == NOTHING || !due)
        return 0;
    /* A full disk lets files be removed. */
    if (control->error == ENOSPC && (!strcmp(call, "unlink") || !strcmp(call, "rmdir")))
        return 0;
    if (!__atomic_fetch_add(&control->fired, 1, __ATOMIC_SEQ_CST))
        snprintf(control->where, sizeof control->where, "%s %.200s", call, path);
    if (control->action == KILL_PROCESS || control->action == KILL_GROUP) {
        if (data && length > 1)
            REAL(write)(handle, data, length / 2);
        kill(control->action == KILL_GROUP ? 0 : getpid(), SIGKILL);
        pause();
    }
    errno = control->error;
    return 1;
}

static int strikes_at(const char *call, int folder, const char *name)
{
    char path[PATH_MAX];
    int before = errno;
    place_at(folder, name, path);
    errno = before;
    return strikes(call, path, -1, NULL, 0);
}

static int strikes_on(const char *call, int handle, const char *data, size_t length)
{
    char path[PATH_MAX];
    int before = errno;
    place_of(handle, path);
    errno = before;
    return strikes(call, path, handle, data, length);
}

/* Opening: only what could change a file counts. */

#define CHANGES(flags) ((flags) & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC))

#define OPEN(name)                                                          \
    int name(const char *path, int flags, ...)                              \
    {                                                                       \
        va_list rest;                                                       \
        va_start(rest, flags);                                              \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                       \
        if (CHANGES(flags) && strikes_at("open", AT_FDCWD, path))           \
            return -1;                                                      \
        return REAL(name)(path, flags, mode);                               \
    }

#define OPENAT(name)                                                        \
    int name(int folder, const char *path, int flags, ...)                  \
    {                                                                       \
        va_list rest;                                                       \
        va_start(rest, flags);                                              \
        mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                       \
        if (CHANGES(flags) && strikes_at("open", folder, path))             \
            return -1;                                                      \
        return REAL(name)(folder, path, flags, mode);                       \
    }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

/* Writing. */

ssize_t write(int handle, const void *data, size_t length)
{
    return strikes_on("write", handle, data, length) ? -1 : REAL(write)(handle, data, length);
}

ssize_t pwrite64(int handle, const void *data, size_t length, off64_t offset)
{
    return strikes_on("pwrite", handle, NULL, 0) ? -1 : REAL(pwrite64)(handle, data, length, offset);
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t length)
{
    return strikes_on("sendfile", out, NULL, 0) ? -1 : REAL(sendfile64)(out, in, offset, length);
}

ssize_t sendfile(int out, int in, off_t *offset, size_t length)
{
    return strikes_on("sendfile", out, NULL, 0) ? -1 : REAL(sendfile)(out, in, offset, length);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned int flags)
{
    int due = strikes_on("copy_file_range", out, NULL, 0);
    return due ? -1 : REAL(copy_file_range)(in, from, out, to, length, flags);
}

int ftruncate(int handle, off_t length)
{
    return strikes_on("ftruncate", handle, NULL, 0) ? -1 : REAL(ftruncate)(handle, length);
}

int ftruncate64(int handle, off64_t length)
{
    return strikes_on("ftruncate", handle, NULL, 0) ? -1 : REAL(ftruncate64)(handle, length);
}

int fsync(int handle)
{
    return strikes_on("fsync", handle, NULL, 0) ? -1 : REAL(fsync)(handle);
}

int fdatasync(int handle)
{
    return strikes_on("fdatasync", handle, NULL, 0) ? -1 : REAL(fdatasync)(handle);
}

/* Names. */

static int strikes_rename(int from_folder, const char *from, int to_folder, const char *to)
{
    char path[PATH_MAX];
    place_at(from_folder, from, path);
    if (control && lies_in(path, control->sources))
        return strikes("rename", path, -1, NULL, 0);
    return strikes_at("rename", to_folder, to);
}

int rename(const char *from, const char *to)
{
    return strikes_rename(AT_FDCWD, from, AT_FDCWD, to) ? -1 : REAL(rename)(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    int due = strikes_rename(from_folder, from, to_folder, to);
    return due ? -1 : REAL(renameat)(from_folder, from, to_folder, to);
}

int link(const char *from, const char *to)
{
    return strikes_at("link", AT_FDCWD, to) ? -1 : REAL(link)(from, to);
}

int symlink(const char *from, const char *to)
{
    return strikes_at("symlink", AT_FDCWD, to) ? -1 : REAL(symlink)(from, to);
}

int unlink(const char *path)
{
    return strikes_at("unlink", AT_FDCWD, path) ? -1 : REAL(unlink)(path);
}

int unlinkat(int folder, const char *path, int flags)
{
    return strikes_at("unlink", folder, path) ? -1 : REAL(unlinkat)(folder, path, flags);
}

int rmdir(const char *path)
{
    return strikes_at("rmdir", AT_FDCWD, path) ? -1 : REAL(rmdir)(path);
}

int mkdir(const char *path, mode_t mode)
{
    return strikes_at("mkdir", AT_FDCWD, path) ? -1 : REAL(mkdir)(path, mode);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
    return strikes_at("mkdir", folder, path) ? -1 : REAL(mkdirat)(folder, path, mode);
}

int chmod(const char *path, mode_t mode)
{
    return strikes_at("chmod", AT_FDCWD, path) ? -1 : REAL(chmod)(path, mode);
}

int utimensat(int folder, const char *path, const struct timespec times[2], int flags)
{
    return strikes_at("utimensat", folder, path) ? -1 : REAL(utimensat)(folder, path, times, flags);
}

/* The wall clock: leaps forth and back by up to three years each time it is asked. */

static int64_t leap(void)
{
    if (!control || !control->clock)
        return 0;
    uint64_t number = __atomic_fetch_add(&control->clock, 1, __ATOMIC_SEQ_CST);
    return (int64_t)((number * 2654435761u) % 2001) * 86400 - 1000 * (int64_t)86400;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int result = REAL(clock_gettime)(clock, now);
    if (!result && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += leap();
    return result;
}

time_t time(time_t *now)
{
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now)
        *now = exact.tv_sec;
    return exact.tv_sec;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    int result = REAL(gettimeofday)(now, zone);
    if (!result)
        now->tv_sec += leap();
    return result;
}
