import Bytes
import Workers

extension BuiltSite {
  /// The site with the name that an object store gives to the version of each file. What lies there already by the
  /// record of the last deploy is not digested once more.
  func versioned(knowing record: Manifest?) throws(DeployFailure) -> BuiltSite {
    var site = self
    var unknown: [Int] = []
    for (index, file) in files.enumerated() {
      if let known = record?.files[file.key]?.fingerprint, known == file.fingerprint, let md5 = known.md5 {
        site.files[index].fingerprint.md5 = md5
      } else {
        unknown.append(index)
      }
    }
    let read = Workers(count: Workers.processors).each(unknown) { index in
      Result { () throws(DeployFailure) in SecureDigest.md5(of: try bytes(of: files[index])).hexadecimal }
    }
    for (index, md5) in zip(unknown, read) { site.files[index].fingerprint.md5 = try md5.get() }
    return site
  }
}
