import Disk

/// The program that listens at a port, as far as the system tells us: of programs of other users it does not.
struct PortHolder: Sendable, Equatable {
  let name: String
  let process: Int

  /// Looks it up in `/proc`; nil where there is none or nobody tells.
  static func at(_ port: Int, proc: Path = Path("/proc")) -> PortHolder? {
    let sockets = ["net/tcp", "net/tcp6"].flatMap { Self.listeners(at: port, in: proc.appending($0)) }
    guard !sockets.isEmpty else { return nil }
    let sought = Set(sockets.map { "socket:[\($0)]" })
    for process in Self.names(in: proc).compactMap({ Int($0) }) {
      let place = proc.appending(String(process))
      let files = place.appending("fd")
      guard
        Self.names(in: files).contains(where: {
          File.linkTarget(of: files.appending($0)).map(sought.contains) ?? false
        })
      else { continue }
      let name = Self.text(of: place.appending("comm")).split(whereSeparator: \.isNewline).first.map(
        String.init)
      return PortHolder(name: name ?? "?", process: process)
    }
    return nil
  }

  /// The inodes of sockets that listen: `sl local_address rem_address st …`, the tenth field is the inode.
  private static func listeners(at port: Int, in table: Path) -> [String] {
    text(of: table).split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 9, fields[3] == listening,
        let number = fields[1].split(separator: ":").last.flatMap({ Int($0, radix: 16) }), number == port
      else { return nil }
      return String(fields[9])
    }
  }

  /// TCP_LISTEN.
  private static let listening = "0A"
  private static let limit = 1 << 20

  /// Files of `/proc` have no size and vanish; what cannot be read tells nothing.
  private static func text(of path: Path) -> String {
    do throws(DiskFailure) {
      return String(decoding: try File.readStart(of: path, limit: limit), as: UTF8.self)
    } catch {
      return ""
    }
  }

  private static func names(in folder: Path) -> [String] {
    do throws(DiskFailure) {
      return try File.names(in: folder).map { String(decoding: $0, as: UTF8.self) }
    } catch {
      return []
    }
  }
}
