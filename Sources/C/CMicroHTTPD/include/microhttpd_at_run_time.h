#ifndef SITEGEN_MICROHTTPD_H
#define SITEGEN_MICROHTTPD_H

#include <microhttpd.h>

// libmicrohttpd is opened when a preview begins: linked, it and the ten libraries behind it (it knows TLS) would be
// loaded at every start, and no command would run where it is not installed. These are its functions that we use; those
// with variable arguments get their types.

/// Opens the library once; NULL when it is open, else why it is not.
const char *sitegen_httpd_open(void);

/// What a server is started with.
struct sitegen_httpd_options {
  /// A socket that listens already; the library closes it when it stops.
  int socket;
  unsigned int threads;
  unsigned int connections;
  /// After how many seconds in which nothing moves a connection is closed.
  unsigned int patience;
  /// For the head of a request and of its answer.
  size_t memory;
  MHD_AccessHandlerCallback answer;
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
  void *context;
};

/// Starts the threads of a server, which take paths as they were sent; NULL when the system refuses.
struct MHD_Daemon *sitegen_httpd_start(const struct sitegen_httpd_options *options);
/// Ends all connections; none may be suspended.
void sitegen_httpd_stop(struct MHD_Daemon *daemon);

/// Tells each header, and each parameter of the query, as it was sent.
void sitegen_httpd_values(struct MHD_Connection *connection, MHD_KeyValueIterator tell, void *context);
/// The socket of a connection, or -1.
int sitegen_httpd_socket(struct MHD_Connection *connection);
void sitegen_httpd_suspend(struct MHD_Connection *connection);
void sitegen_httpd_resume(struct MHD_Connection *connection);

/// An answer of bytes, which are copied.
struct MHD_Response *sitegen_httpd_bytes(const void *bytes, size_t count);
/// An answer of a part of an open file, which is closed with it.
struct MHD_Response *sitegen_httpd_file(int file, uint64_t offset, uint64_t count);
/// An answer without an end, read piece by piece.
struct MHD_Response *sitegen_httpd_stream(
  MHD_ContentReaderCallback read, void *context, MHD_ContentReaderFreeCallback release);
int sitegen_httpd_add_header(struct MHD_Response *response, const char *name, const char *value);
enum MHD_Result sitegen_httpd_queue(
  struct MHD_Connection *connection, unsigned int status, struct MHD_Response *response);
void sitegen_httpd_release(struct MHD_Response *response);

#endif
