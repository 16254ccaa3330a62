;; Bounds over tiles of 32 spectra (layout: tile-layout.ts). `tiles` holds the spectra and is shared by threads; `own` is the working memory of one.
(module
  (import "tiles" "memory" (memory $tiles 1 65536 shared))
  (import "own" "memory" (memory $own 1))

  ;; For every tile of a list the sums of products of its 32 lanes with the query, times each lane's factor and `unit`. A tile is left as soon as
  ;; none of its sums over the stages so far is what it must be.
  ;;   query              8 bytes a pair of m/z: its place in a directory, its two factors (16 bits each, the even m/z low)
  ;;   stages … last      4 bytes a stage: where its pairs end
  ;;   list … listEnd     4+4·stages bytes a tile: its number, and for every stage what the largest of its results must reach (single precision)
  ;;   addresses          where in `tiles` the addresses of its tiles begin, 4 bytes each
  ;;   factors            how far behind a tile's address its lanes' factors lie
  ;;   passing            gets the numbers of the tiles that reach it in every stage
  ;;   out                gets the results of these, 128 bytes each
  ;; Returns how many reach it.
  (func (export "sumProducts")
    (param $query i32) (param $stages i32) (param $last i32) (param $list i32) (param $listEnd i32) (param $addresses i32) (param $factors i32)
    (param $unit f32) (param $passing i32) (param $out i32) (result i32)
    (local $tile i32) (local $address i32) (local $directory i32) (local $first i32) (local $places i32) (local $rows i32) (local $ofLanes i32)
    (local $pair i32) (local $end i32) (local $stage i32) (local $needed i32) (local $place i32) (local $row i32) (local $next i32)
    (local $q v128) (local $u v128) (local $top v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128) (local $s4 v128) (local $s5 v128) (local $s6 v128) (local $s7 v128)
    (local.set $u (f32x4.splat (local.get $unit)))
    (local.set $next (local.get $passing))
    (block $listed
      (loop $eachTile
        (br_if $listed (i32.ge_u (local.get $list) (local.get $listEnd)))
        (local.set $tile (i32.load $own (local.get $list)))
        (local.set $needed (i32.add (local.get $list) (i32.const 4)))
        (local.set $list (i32.add (local.get $list) (i32.add (i32.const 4) (i32.sub (local.get $last) (local.get $stages)))))
        (local.set $address (i32.load $tiles (i32.add (local.get $addresses) (i32.shl (local.get $tile) (i32.const 2)))))
        (local.set $first (i32.load $tiles (local.get $address)))
        (local.set $places (i32.load $tiles offset=4 (local.get $address)))
        (local.set $rows (i32.load $tiles offset=8 (local.get $address)))
        (local.set $directory (i32.add (local.get $address) (i32.const 400)))
        (local.set $ofLanes (i32.add (local.get $address) (local.get $factors)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $s1 (v128.const i32x4 0 0 0 0))
        (local.set $s2 (v128.const i32x4 0 0 0 0))
        (local.set $s3 (v128.const i32x4 0 0 0 0))
        (local.set $s4 (v128.const i32x4 0 0 0 0))
        (local.set $s5 (v128.const i32x4 0 0 0 0))
        (local.set $s6 (v128.const i32x4 0 0 0 0))
        (local.set $s7 (v128.const i32x4 0 0 0 0))
        (local.set $pair (local.get $query))
        (local.set $stage (local.get $stages))
        (loop $eachStage
          (local.set $end (i32.load $own (local.get $stage)))
          (local.set $stage (i32.add (local.get $stage) (i32.const 4)))
          (block $summed
            (loop $eachPair
              (br_if $summed (i32.ge_u (local.get $pair) (local.get $end)))
              (local.set $place (i32.sub (i32.load $own (local.get $pair)) (local.get $first)))
              (local.set $pair (i32.add (local.get $pair) (i32.const 8)))
              (br_if $eachPair (i32.ge_u (local.get $place) (local.get $places)))
              (local.set $row (i32.load16_u $tiles (i32.add (local.get $directory) (local.get $place))))
              (br_if $eachPair (i32.eqz (local.get $row)))
              (local.set $row (i32.add (local.get $rows) (i32.shl (local.get $row) (i32.const 6))))
              (local.set $q (v128.load32_splat $own (i32.sub (local.get $pair) (i32.const 4))))
              (local.set $s0 (i32x4.add (local.get $s0) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=0 (local.get $row)))))
              (local.set $s1 (i32x4.add (local.get $s1) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=8 (local.get $row)))))
              (local.set $s2 (i32x4.add (local.get $s2) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=16 (local.get $row)))))
              (local.set $s3 (i32x4.add (local.get $s3) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=24 (local.get $row)))))
              (local.set $s4 (i32x4.add (local.get $s4) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=32 (local.get $row)))))
              (local.set $s5 (i32x4.add (local.get $s5) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=40 (local.get $row)))))
              (local.set $s6 (i32x4.add (local.get $s6) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=48 (local.get $row)))))
              (local.set $s7 (i32x4.add (local.get $s7) (i32x4.dot_i16x8_s (local.get $q) (v128.load8x8_u $tiles offset=56 (local.get $row)))))
              (br $eachPair)))
          (local.set $top (f32x4.mul (f32x4.convert_i32x4_s (local.get $s0)) (v128.load $tiles (local.get $ofLanes))))
          (local.set $top (f32x4.max (local.get $top) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s1)) (v128.load $tiles offset=16 (local.get $ofLanes)))))
          (local.set $top (f32x4.max (local.get $top) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s2)) (v128.load $tiles offset=32 (local.get $ofLanes)))))
          (local.set $top (f32x4.max (local.get $top) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s3)) (v128.load $tiles offset=48 (local.get $ofLanes)))))
          (local.set $top (f32x4.max (local.get $top) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s4)) (v128.load $tiles offset=64 (local.get $ofLanes)))))
          (local.set $top (f32x4.max (local.get $top) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s5)) (v128.load $tiles offset=80 (local.get $ofLanes)))))
          (local.set $top (f32x4.max (local.get $top) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s6)) (v128.load $tiles offset=96 (local.get $ofLanes)))))
          (local.set $top (f32x4.max (local.get $top) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s7)) (v128.load $tiles offset=112 (local.get $ofLanes)))))
          (br_if $eachTile
            (i32.eqz (v128.any_true (f32x4.ge (f32x4.mul (local.get $u) (local.get $top)) (v128.load32_splat $own (local.get $needed))))))
          (local.set $needed (i32.add (local.get $needed) (i32.const 4)))
          (br_if $eachStage (i32.lt_u (local.get $stage) (local.get $last))))
        (v128.store $own offset=0 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s0)) (v128.load $tiles offset=0 (local.get $ofLanes)))))
        (v128.store $own offset=16 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s1)) (v128.load $tiles offset=16 (local.get $ofLanes)))))
        (v128.store $own offset=32 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s2)) (v128.load $tiles offset=32 (local.get $ofLanes)))))
        (v128.store $own offset=48 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s3)) (v128.load $tiles offset=48 (local.get $ofLanes)))))
        (v128.store $own offset=64 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s4)) (v128.load $tiles offset=64 (local.get $ofLanes)))))
        (v128.store $own offset=80 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s5)) (v128.load $tiles offset=80 (local.get $ofLanes)))))
        (v128.store $own offset=96 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s6)) (v128.load $tiles offset=96 (local.get $ofLanes)))))
        (v128.store $own offset=112 (local.get $out) (f32x4.mul (local.get $u) (f32x4.mul (f32x4.convert_i32x4_s (local.get $s7)) (v128.load $tiles offset=112 (local.get $ofLanes)))))
        (i32.store $own (local.get $next) (local.get $tile))
        (local.set $next (i32.add (local.get $next) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.const 128)))
        (br $eachTile)))
    (i32.shr_u (i32.sub (local.get $next) (local.get $passing)) (i32.const 2)))

  ;; For every tile of a list, of each of its 32 spectra, what the composite scores need: matched peaks, ratios of neighbours, and how alike these
  ;; are. Eight spectra to a vector, 16 bits each.
  ;;   program … end      16 bytes a pair of m/z, none left out from the query's first: its place in a directory, and of the two the query's
  ;;                      logarithms, weights and shares (16 bits each; logarithm 0: no peak)
  ;;   list … listEnd     4 bytes a tile
  ;;   strong             the logarithm above which a peak counts though the other spectrum has none there
  ;;   tables             two of 16 bytes: e to the power of −k/4 and of −k/64, of 255, rounded up
  ;;                      (logarithms are within a half, so four of them within 2; what differs by more than 255 is taken as 255)
  ;;   out                gets, 320 bytes a tile, matched peaks, ratios, Σ weight·likeness over ratios, Σ weight over ratios, shares that are matched
  (func (export "sumRatios")
    (param $program i32) (param $end i32) (param $list i32) (param $listEnd i32) (param $addresses i32) (param $strong i32)
    (param $tables i32) (param $out i32)
    (local $address i32) (local $directory i32) (local $first i32) (local $places i32) (local $rows i32) (local $part i32)
    (local $pair i32) (local $place i32) (local $row i32) (local $odd i32) (local $ofQuery i32)
    (local $least v128) (local $coarse v128) (local $fine v128) (local $none v128)
    (local $log v128) (local $weight v128) (local $share v128) (local $matched v128) (local $had v128) (local $apart v128)
    (local $b0 v128) (local $b1 v128)
    (local $run0 v128) (local $before0 v128) (local $kept0 v128) (local $mass0 v128) (local $peaks0 v128) (local $ratios0 v128) (local $shares0 v128)
    (local $run1 v128) (local $before1 v128) (local $kept1 v128) (local $mass1 v128) (local $peaks1 v128) (local $ratios1 v128) (local $shares1 v128)
    (local.set $least (i16x8.splat (local.get $strong)))
    (local.set $none (v128.const i16x8 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000 0x8000))
    (local.set $coarse (v128.load $own (local.get $tables)))
    (local.set $fine (v128.load $own offset=16 (local.get $tables)))
    (block $listed
      (loop $eachTile
        (br_if $listed (i32.ge_u (local.get $list) (local.get $listEnd)))
        (local.set $address (i32.load $tiles (i32.add (local.get $addresses) (i32.shl (i32.load $own (local.get $list)) (i32.const 2)))))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (local.set $first (i32.load $tiles (local.get $address)))
        (local.set $places (i32.load $tiles offset=4 (local.get $address)))
        (local.set $rows (i32.load $tiles offset=12 (local.get $address)))
        (local.set $directory (i32.add (local.get $address) (i32.const 400)))
        (local.set $part (i32.const 0))
        (loop $eachPart
          (local.set $run0 (v128.const i32x4 0 0 0 0)) (local.set $before0 (v128.const i32x4 0 0 0 0)) (local.set $kept0 (v128.const i32x4 0 0 0 0)) (local.set $mass0 (v128.const i32x4 0 0 0 0)) (local.set $peaks0 (v128.const i32x4 0 0 0 0)) (local.set $ratios0 (v128.const i32x4 0 0 0 0)) (local.set $shares0 (v128.const i32x4 0 0 0 0))
          (local.set $run1 (v128.const i32x4 0 0 0 0)) (local.set $before1 (v128.const i32x4 0 0 0 0)) (local.set $kept1 (v128.const i32x4 0 0 0 0)) (local.set $mass1 (v128.const i32x4 0 0 0 0)) (local.set $peaks1 (v128.const i32x4 0 0 0 0)) (local.set $ratios1 (v128.const i32x4 0 0 0 0)) (local.set $shares1 (v128.const i32x4 0 0 0 0))
          (local.set $pair (local.get $program))
          (block $walked
            (loop $eachPair
              (br_if $walked (i32.ge_u (local.get $pair) (local.get $end)))
              (local.set $place (i32.sub (i32.load $own (local.get $pair)) (local.get $first)))
              (local.set $row (i32.const 0))
              (if (i32.lt_u (local.get $place) (local.get $places))
                (then (local.set $row (i32.load16_u $tiles (i32.add (local.get $directory) (local.get $place))))))
              (if (local.get $row)
                (then
                  (local.set $row (i32.add (i32.add (local.get $rows) (i32.shl (local.get $row) (i32.const 6))) (local.get $part)))
                  (local.set $odd (i32.const 0))
                  (loop $eachMz
                    ;; The bytes at this m/z: the low ones of 16 bits, then the high ones.
                    (local.set $b0 (if (result v128) (local.get $odd) (then (i16x8.shr_u (v128.load $tiles offset=0 (local.get $row)) (i32.const 8))) (else (v128.and (v128.load $tiles offset=0 (local.get $row)) (v128.const i16x8 255 255 255 255 255 255 255 255)))))
                    (local.set $b1 (if (result v128) (local.get $odd) (then (i16x8.shr_u (v128.load $tiles offset=16 (local.get $row)) (i32.const 8))) (else (v128.and (v128.load $tiles offset=16 (local.get $row)) (v128.const i16x8 255 255 255 255 255 255 255 255)))))
                    (local.set $place (i32.add (local.get $pair) (local.get $odd)))
                    (local.set $ofQuery (i32.load16_u $own offset=4 (local.get $place)))
                    (if (i32.eqz (local.get $ofQuery))
                      ;; No peak of the query: a strong peak ends a run.
                      (then
                        (local.set $run0 (v128.andnot (local.get $run0) (i16x8.gt_s (local.get $b0) (local.get $least))))
                        (local.set $run1 (v128.andnot (local.get $run1) (i16x8.gt_s (local.get $b1) (local.get $least)))))
                      (else
                        (local.set $log (i16x8.splat (local.get $ofQuery)))
                        (local.set $weight (v128.load16_splat $own offset=8 (local.get $place)))
                        (local.set $share (v128.load16_splat $own offset=12 (local.get $place)))
                        (if (i32.gt_u (local.get $ofQuery) (local.get $strong))
                          ;; A strong peak of the query that a spectrum lacks ends a run; a weak one does not, and matches strong peaks only.
                          (then
                          (local.set $matched (i16x8.gt_s (local.get $b0) (v128.const i32x4 0 0 0 0)))
                          (local.set $had (v128.and (local.get $matched) (local.get $run0)))
                          (local.set $b0 (i16x8.sub (local.get $b0) (local.get $log)))
                          (local.set $apart (i16x8.sub_sat_u (i16x8.abs (i16x8.sub (local.get $b0) (local.get $before0))) (v128.const i16x8 2 2 2 2 2 2 2 2)))
                          (local.set $apart (i16x8.min_u (local.get $apart) (v128.const i16x8 255 255 255 255 255 255 255 255)))
                          (local.set $apart
                            (i16x8.shr_u
                              (i16x8.mul
                                (i8x16.swizzle (local.get $coarse) (v128.or (i16x8.shr_u (local.get $apart) (i32.const 4)) (local.get $none)))
                                (i8x16.swizzle (local.get $fine) (v128.or (v128.and (local.get $apart) (v128.const i16x8 15 15 15 15 15 15 15 15)) (local.get $none))))
                              (i32.const 1)))
                          (local.set $kept0 (i16x8.add (local.get $kept0) (v128.and (local.get $had) (i16x8.q15mulr_sat_s (local.get $apart) (local.get $weight)))))
                          (local.set $mass0 (i16x8.add (local.get $mass0) (v128.and (local.get $had) (local.get $weight))))
                          (local.set $ratios0 (i16x8.sub (local.get $ratios0) (local.get $had)))
                          (local.set $peaks0 (i16x8.sub (local.get $peaks0) (local.get $matched)))
                          (local.set $shares0 (i16x8.add (local.get $shares0) (v128.and (local.get $matched) (local.get $share))))
                          (local.set $before0 (v128.bitselect (local.get $b0) (local.get $before0) (local.get $matched)))
                          (local.set $run0 (local.get $matched))
                          (local.set $matched (i16x8.gt_s (local.get $b1) (v128.const i32x4 0 0 0 0)))
                          (local.set $had (v128.and (local.get $matched) (local.get $run1)))
                          (local.set $b1 (i16x8.sub (local.get $b1) (local.get $log)))
                          (local.set $apart (i16x8.sub_sat_u (i16x8.abs (i16x8.sub (local.get $b1) (local.get $before1))) (v128.const i16x8 2 2 2 2 2 2 2 2)))
                          (local.set $apart (i16x8.min_u (local.get $apart) (v128.const i16x8 255 255 255 255 255 255 255 255)))
                          (local.set $apart
                            (i16x8.shr_u
                              (i16x8.mul
                                (i8x16.swizzle (local.get $coarse) (v128.or (i16x8.shr_u (local.get $apart) (i32.const 4)) (local.get $none)))
                                (i8x16.swizzle (local.get $fine) (v128.or (v128.and (local.get $apart) (v128.const i16x8 15 15 15 15 15 15 15 15)) (local.get $none))))
                              (i32.const 1)))
                          (local.set $kept1 (i16x8.add (local.get $kept1) (v128.and (local.get $had) (i16x8.q15mulr_sat_s (local.get $apart) (local.get $weight)))))
                          (local.set $mass1 (i16x8.add (local.get $mass1) (v128.and (local.get $had) (local.get $weight))))
                          (local.set $ratios1 (i16x8.sub (local.get $ratios1) (local.get $had)))
                          (local.set $peaks1 (i16x8.sub (local.get $peaks1) (local.get $matched)))
                          (local.set $shares1 (i16x8.add (local.get $shares1) (v128.and (local.get $matched) (local.get $share))))
                          (local.set $before1 (v128.bitselect (local.get $b1) (local.get $before1) (local.get $matched)))
                          (local.set $run1 (local.get $matched)))
                          (else
                          (local.set $matched (i16x8.gt_s (local.get $b0) (local.get $least)))
                          (local.set $had (v128.and (local.get $matched) (local.get $run0)))
                          (local.set $b0 (i16x8.sub (local.get $b0) (local.get $log)))
                          (local.set $apart (i16x8.sub_sat_u (i16x8.abs (i16x8.sub (local.get $b0) (local.get $before0))) (v128.const i16x8 2 2 2 2 2 2 2 2)))
                          (local.set $apart (i16x8.min_u (local.get $apart) (v128.const i16x8 255 255 255 255 255 255 255 255)))
                          (local.set $apart
                            (i16x8.shr_u
                              (i16x8.mul
                                (i8x16.swizzle (local.get $coarse) (v128.or (i16x8.shr_u (local.get $apart) (i32.const 4)) (local.get $none)))
                                (i8x16.swizzle (local.get $fine) (v128.or (v128.and (local.get $apart) (v128.const i16x8 15 15 15 15 15 15 15 15)) (local.get $none))))
                              (i32.const 1)))
                          (local.set $kept0 (i16x8.add (local.get $kept0) (v128.and (local.get $had) (i16x8.q15mulr_sat_s (local.get $apart) (local.get $weight)))))
                          (local.set $mass0 (i16x8.add (local.get $mass0) (v128.and (local.get $had) (local.get $weight))))
                          (local.set $ratios0 (i16x8.sub (local.get $ratios0) (local.get $had)))
                          (local.set $peaks0 (i16x8.sub (local.get $peaks0) (local.get $matched)))
                          (local.set $shares0 (i16x8.add (local.get $shares0) (v128.and (local.get $matched) (local.get $share))))
                          (local.set $before0 (v128.bitselect (local.get $b0) (local.get $before0) (local.get $matched)))
                          (local.set $run0 (v128.or (local.get $run0) (local.get $matched)))
                          (local.set $matched (i16x8.gt_s (local.get $b1) (local.get $least)))
                          (local.set $had (v128.and (local.get $matched) (local.get $run1)))
                          (local.set $b1 (i16x8.sub (local.get $b1) (local.get $log)))
                          (local.set $apart (i16x8.sub_sat_u (i16x8.abs (i16x8.sub (local.get $b1) (local.get $before1))) (v128.const i16x8 2 2 2 2 2 2 2 2)))
                          (local.set $apart (i16x8.min_u (local.get $apart) (v128.const i16x8 255 255 255 255 255 255 255 255)))
                          (local.set $apart
                            (i16x8.shr_u
                              (i16x8.mul
                                (i8x16.swizzle (local.get $coarse) (v128.or (i16x8.shr_u (local.get $apart) (i32.const 4)) (local.get $none)))
                                (i8x16.swizzle (local.get $fine) (v128.or (v128.and (local.get $apart) (v128.const i16x8 15 15 15 15 15 15 15 15)) (local.get $none))))
                              (i32.const 1)))
                          (local.set $kept1 (i16x8.add (local.get $kept1) (v128.and (local.get $had) (i16x8.q15mulr_sat_s (local.get $apart) (local.get $weight)))))
                          (local.set $mass1 (i16x8.add (local.get $mass1) (v128.and (local.get $had) (local.get $weight))))
                          (local.set $ratios1 (i16x8.sub (local.get $ratios1) (local.get $had)))
                          (local.set $peaks1 (i16x8.sub (local.get $peaks1) (local.get $matched)))
                          (local.set $shares1 (i16x8.add (local.get $shares1) (v128.and (local.get $matched) (local.get $share))))
                          (local.set $before1 (v128.bitselect (local.get $b1) (local.get $before1) (local.get $matched)))
                          (local.set $run1 (v128.or (local.get $run1) (local.get $matched)))))))
                    (local.set $odd (i32.add (local.get $odd) (i32.const 2)))
                    (br_if $eachMz (i32.eq (local.get $odd) (i32.const 2)))))
                (else
                  ;; No spectrum of the tile has a peak here: a strong peak of the query ends every run.
                  (if
                    (i32.or
                      (i32.gt_u (i32.load16_u $own offset=4 (local.get $pair)) (local.get $strong))
                      (i32.gt_u (i32.load16_u $own offset=6 (local.get $pair)) (local.get $strong)))
                    (then
                      (local.set $run0 (v128.const i32x4 0 0 0 0))
                      (local.set $run1 (v128.const i32x4 0 0 0 0))))))
              (local.set $pair (i32.add (local.get $pair) (i32.const 16)))
              (br $eachPair)))
          (local.set $place (i32.add (local.get $out) (local.get $part)))
          (v128.store $own offset=0 (local.get $place) (local.get $peaks0)) (v128.store $own offset=64 (local.get $place) (local.get $ratios0)) (v128.store $own offset=128 (local.get $place) (local.get $kept0)) (v128.store $own offset=192 (local.get $place) (local.get $mass0)) (v128.store $own offset=256 (local.get $place) (local.get $shares0))
          (v128.store $own offset=16 (local.get $place) (local.get $peaks1)) (v128.store $own offset=80 (local.get $place) (local.get $ratios1)) (v128.store $own offset=144 (local.get $place) (local.get $kept1)) (v128.store $own offset=208 (local.get $place) (local.get $mass1)) (v128.store $own offset=272 (local.get $place) (local.get $shares1))
          (local.set $part (i32.add (local.get $part) (i32.const 32)))
          (br_if $eachPart (i32.lt_u (local.get $part) (i32.const 64))))
        (local.set $out (i32.add (local.get $out) (i32.const 320)))
        (br $eachTile))))
)
