#include "microhttpd_at_run_time.h"

#include <library_at_run_time.h>
#include <pthread.h>
#include <string.h>

static struct {
  struct MHD_Daemon *(*start_daemon)(
    unsigned int, uint16_t, MHD_AcceptPolicyCallback, void *, MHD_AccessHandlerCallback, void *, ...);
  void (*stop_daemon)(struct MHD_Daemon *);
  int (*get_connection_values)(struct MHD_Connection *, enum MHD_ValueKind, MHD_KeyValueIterator, void *);
  const union MHD_ConnectionInfo *(*get_connection_info)(struct MHD_Connection *, enum MHD_ConnectionInfoType, ...);
  void (*suspend_connection)(struct MHD_Connection *);
  void (*resume_connection)(struct MHD_Connection *);
  struct MHD_Response *(*create_response_from_buffer)(size_t, void *, enum MHD_ResponseMemoryMode);
  struct MHD_Response *(*create_response_from_fd_at_offset64)(uint64_t, int, uint64_t);
  struct MHD_Response *(*create_response_from_callback)(
    uint64_t, size_t, MHD_ContentReaderCallback, void *, MHD_ContentReaderFreeCallback);
  enum MHD_Result (*add_response_header)(struct MHD_Response *, const char *, const char *);
  enum MHD_Result (*queue_response)(struct MHD_Connection *, unsigned int, struct MHD_Response *);
  void (*destroy_response)(struct MHD_Response *);
} httpd;

static struct sitegen_library library = {
#ifdef __APPLE__
  .names = (const char *const[]){"libmicrohttpd.12.dylib", "libmicrohttpd.dylib", NULL},
#else
  .names = (const char *const[]){"libmicrohttpd.so.12", NULL},
#endif
  .symbols =
    (const struct sitegen_symbol[]){
      {"MHD_start_daemon", &httpd.start_daemon},
      {"MHD_stop_daemon", &httpd.stop_daemon},
      {"MHD_get_connection_values", &httpd.get_connection_values},
      {"MHD_get_connection_info", &httpd.get_connection_info},
      {"MHD_suspend_connection", &httpd.suspend_connection},
      {"MHD_resume_connection", &httpd.resume_connection},
      {"MHD_create_response_from_buffer", &httpd.create_response_from_buffer},
      {"MHD_create_response_from_fd_at_offset64", &httpd.create_response_from_fd_at_offset64},
      {"MHD_create_response_from_callback", &httpd.create_response_from_callback},
      {"MHD_add_response_header", &httpd.add_response_header},
      {"MHD_queue_response", &httpd.queue_response},
      {"MHD_destroy_response", &httpd.destroy_response},
      {NULL, NULL},
    },
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) { sitegen_library_open(&library); }

const char *sitegen_httpd_open(void) {
  pthread_once(&once, open_library);
  return sitegen_library_refusal(&library);
}

// Paths are decoded where they are understood: here `%2e` and `%00` would vanish from sight.
static size_t as_it_is(void *context, struct MHD_Connection *connection, char *text) {
  (void)context, (void)connection;
  return strlen(text);
}

struct MHD_Daemon *sitegen_httpd_start(const struct sitegen_httpd_options *options) {
  return httpd.start_daemon(
    MHD_USE_EPOLL | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, options->answer,
    options->context,
    MHD_OPTION_LISTEN_SOCKET, options->socket,
    MHD_OPTION_THREAD_POOL_SIZE, options->threads,
    MHD_OPTION_CONNECTION_LIMIT, options->connections,
    MHD_OPTION_CONNECTION_TIMEOUT, options->patience,
    MHD_OPTION_CONNECTION_MEMORY_LIMIT, options->memory,
    MHD_OPTION_STRICT_FOR_CLIENT, 1,
    MHD_OPTION_UNESCAPE_CALLBACK, as_it_is, NULL,
    MHD_OPTION_NOTIFY_COMPLETED, options->completed, options->context,
    MHD_OPTION_NOTIFY_CONNECTION, options->connection, options->context,
    MHD_OPTION_END);
}

void sitegen_httpd_stop(struct MHD_Daemon *daemon) { httpd.stop_daemon(daemon); }

void sitegen_httpd_values(struct MHD_Connection *connection, MHD_KeyValueIterator tell, void *context) {
  httpd.get_connection_values(connection, MHD_HEADER_KIND, tell, context);
  httpd.get_connection_values(connection, MHD_GET_ARGUMENT_KIND, tell, context);
}

int sitegen_httpd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = httpd.get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

void sitegen_httpd_suspend(struct MHD_Connection *connection) { httpd.suspend_connection(connection); }
void sitegen_httpd_resume(struct MHD_Connection *connection) { httpd.resume_connection(connection); }

struct MHD_Response *sitegen_httpd_bytes(const void *bytes, size_t count) {
  return httpd.create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

struct MHD_Response *sitegen_httpd_file(int file, uint64_t offset, uint64_t count) {
  return httpd.create_response_from_fd_at_offset64(count, file, offset);
}

struct MHD_Response *sitegen_httpd_stream(
  MHD_ContentReaderCallback read, void *context, MHD_ContentReaderFreeCallback release) {
  return httpd.create_response_from_callback(MHD_SIZE_UNKNOWN, 16384, read, context, release);
}

int sitegen_httpd_add_header(struct MHD_Response *response, const char *name, const char *value) {
  return httpd.add_response_header(response, name, value) == MHD_YES;
}

enum MHD_Result sitegen_httpd_queue(
  struct MHD_Connection *connection, unsigned int status, struct MHD_Response *response) {
  return httpd.queue_response(connection, status, response);
}

void sitegen_httpd_release(struct MHD_Response *response) { httpd.destroy_response(response); }
