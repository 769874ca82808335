// The only place that knows LibRaw's structures: its fields move between versions, so Java sees
// functions and numbers alone. Compiled by JavaCPP for the class RawFile; LibRaw 0.20 and later.
#ifndef ASTROCAT_RAW_FILE_H
#define ASTROCAT_RAW_FILE_H

#include <libraw/libraw.h>

#include <memory>
#include <new>

namespace astrocat {

/* A file's bytes, and whether they were enough: some decoders never look, and then the picture is
   what a buffer or the memory held before. */
class Bytes : public LibRaw_buffer_datastream {
 public:
  Bytes(const void *bytes, long long size)
      : LibRaw_buffer_datastream(const_cast<void *>(bytes), size) {}

  int read(void *to, size_t size, size_t count) override {
    const long long asked = static_cast<long long>(size) * static_cast<long long>(count);
    const long long left = this->size() - tell();
    if (asked > left) missing_ += asked - left;
    if (asked > 0 && left <= 0) begins_behind_ = true;
    taken_ += asked;
    return LibRaw_buffer_datastream::read(to, size, count);
  }

  int get_char() override {
    taken_++;
    return LibRaw_buffer_datastream::get_char();
  }

  /* The JPEG library takes what it likes. */
  int jpeg_src(void *jpeg) override {
    taken_ += size();
    return LibRaw_buffer_datastream::jpeg_src(jpeg);
  }

  void forget() {
    missing_ = taken_ = 0;
    begins_behind_ = false;
  }

  bool were_enough_for(long long samples) const {
    return !begins_behind_ && missing_ <= READ_AHEAD && taken_ >= samples / MOST_PER_BYTE;
  }

 private:
  /* A block of Panasonic's. */
  static const long long READ_AHEAD = 0x4000;

  /* No compression has more of them: Huffman codes have 8, deflate's two-byte zeros 516. */
  static const long long MOST_PER_BYTE = 1024;

  long long missing_ = 0;
  long long taken_ = 0;
  bool begins_behind_ = false;
};

/* One RAW file, from its bytes to the sensor's samples or to a picture. One thread at a time. */
class RawFile : private LibRaw {
 public:
  /* Null where memory is short. The limit is of LibRaw's own memory for the sensor's samples. */
  static RawFile *create(int megabytes) {
    try {
      return new RawFile(megabytes);
    } catch (const std::bad_alloc &) {
      return nullptr;
    }
  }

  static void destroy(RawFile *file) { delete file; }

  static const char *library_version() { return LibRaw::version(); }

  /* Major and minor alone: the layout of the structures is stable within them. */
  static int library_release() { return LibRaw::versionNumber() >> 8; }
  static int header_release() { return LIBRAW_VERSION >> 8; }

  static const char *message(int code) { return LibRaw::strerror(code); }

  /* The bytes must stay until destroy. */
  int open(const void *bytes, long long size) {
    return guarded([=] {
      bytes_.reset(new Bytes(bytes, size));
      return bytes_->valid() ? open_datastream(bytes_.get()) : LIBRAW_IO_ERROR;
    });
  }

  /* Decodes the samples and settles the black level, which LibRaw spreads over three fields. */
  int decode() {
    return guarded([=] {
      bytes_->forget();
      int code = unpack();
      const long long samples = 1ll * raw_width() * raw_height();
      if (code == LIBRAW_SUCCESS && !bytes_->were_enough_for(samples)) code = LIBRAW_IO_ERROR;
      if (code == LIBRAW_SUCCESS) {
        raw2image_start();
        adjust_bl();
      }
      return code;
    });
  }

  /* Samples that broke the compression's rules; LibRaw goes on after them. */
  int damage() { return error_count(); }

  /* LibRaw's own development at half the size: linear, sRGB primaries, not turned. */
  int develop() {
    return guarded([=] {
      imgdata.params.user_flip = 0;
      return dcraw_process();
    });
  }

  const char *make() { return imgdata.idata.make; }
  const char *model() { return imgdata.idata.model; }
  int flip() { return imgdata.sizes.flip; }
  double pixel_aspect() { return imgdata.sizes.pixel_aspect; }
  int image_count() { return imgdata.idata.raw_count; }
  int raw_width() { return imgdata.sizes.raw_width; }
  int raw_height() { return imgdata.sizes.raw_height; }
  int width() { return imgdata.sizes.width; }
  int height() { return imgdata.sizes.height; }
  int left_margin() { return imgdata.sizes.left_margin; }
  int top_margin() { return imgdata.sizes.top_margin; }

  int colors() { return imgdata.idata.colors; }
  unsigned filters() { return imgdata.idata.filters; }
  /* 0 red, 1 green, 2 blue, 3 the green of the other rows; of the visible part. */
  int filter_color(int row, int column) { return COLOR(row, column); }

  /* Samples as the sensor gave them, margins and all, or null where LibRaw alone can read them:
     45-degree sensors, Phase One and Canon PowerShot 600 corrections, zeros for dead pixels. */
  const unsigned short *mosaic() {
    const bool corrected = is_phaseone_compressed() || is_canon_600() || is_fuji_rotated() ||
                           get_internal_data_pointer()->internal_output_params.zero_is_bad;
    const bool one_plane = imgdata.idata.filters || imgdata.idata.colors == 1;
    return one_plane && !corrected ? imgdata.rawdata.raw_image : nullptr;
  }

  /* Samples from one row of the mosaic to the next. */
  int mosaic_pitch() { return imgdata.sizes.raw_pitch / sizeof(unsigned short); }

  int black(int color) { return imgdata.color.cblack[color]; }
  /* Both 0 without a pattern. */
  int black_pattern_rows() { return has_black_pattern() ? imgdata.color.cblack[4] : 0; }
  int black_pattern_columns() { return has_black_pattern() ? imgdata.color.cblack[5] : 0; }
  int black_pattern(int index) { return imgdata.color.cblack[6 + index]; }

  /* Saturation above black. */
  int white() { return int(imgdata.color.maximum) - int(imgdata.color.black); }

  /* Whether the brightest sample may lower white, as LibRaw does for most decoders. */
  bool adjusts_white() {
    libraw_decoder_info_t info;
    return get_decoder_info(&info) == LIBRAW_SUCCESS &&
           !(info.decoder_flags & LIBRAW_DECODER_FIXEDMAXC);
  }

  /* Whether the camera's white balance is plainly known; else LibRaw has its own ways. */
  bool knows_balance() {
    const libraw_colordata_t &color = imgdata.color;
    for (int i = 0; i < 64; i++) {
      if (color.white[i / 8][i % 8]) return false;
    }
    return !color.as_shot_wb_applied && color.cam_mul[0] > 0.00001f && color.cam_mul[2] > 0.00001f;
  }

  float balance(int color) { return imgdata.color.cam_mul[color]; }
  float srgb(int output, int color) { return imgdata.color.rgb_cam[output][color]; }

  /* The developed picture, four samples a pixel. */
  const unsigned short *picture() { return imgdata.image ? imgdata.image[0] : nullptr; }

 private:
  bool has_black_pattern() {
    const unsigned *black = imgdata.color.cblack;
    const unsigned long long samples = 1ull * black[4] * black[5];
    return samples > 0 && samples <= LIBRAW_CBLACK_SIZE - 6;
  }

#if LIBRAW_COMPILE_CHECK_VERSION_NOTLESS(0, 21)
  static const unsigned SILENT = LIBRAW_OPTIONS_NO_DATAERR_CALLBACK;
#else
  static const unsigned SILENT =
      LIBRAW_OPIONS_NO_MEMERR_CALLBACK | LIBRAW_OPIONS_NO_DATAERR_CALLBACK;
#endif

  explicit RawFile(int megabytes) : LibRaw(SILENT) {
    imgdata.params.half_size = 1;
    imgdata.params.use_camera_wb = 1;
    imgdata.params.output_color = 1;
    imgdata.params.output_bps = 16;
    imgdata.params.gamm[0] = imgdata.params.gamm[1] = 1;
    imgdata.params.no_auto_bright = 1;
#if LIBRAW_COMPILE_CHECK_VERSION_NOTLESS(0, 21)
    imgdata.rawparams.max_raw_memory_mb = megabytes;
#else
    imgdata.params.max_raw_memory_mb = megabytes;
#endif
  }

  /* LibRaw lets go of the bytes while there still are any. */
  ~RawFile() override { recycle(); }

  std::unique_ptr<Bytes> bytes_;

  /* LibRaw catches its own exceptions, but not those of the C++ library everywhere. */
  template <typename Work>
  static int guarded(Work work) {
    try {
      return work();
    } catch (const std::bad_alloc &) {
      return LIBRAW_UNSUFFICIENT_MEMORY;
    } catch (...) {
      return LIBRAW_DATA_ERROR;
    }
  }
};

}  // namespace astrocat

#endif
